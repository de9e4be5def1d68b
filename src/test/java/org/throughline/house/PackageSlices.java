package org.throughline.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** One slice per package, sub-packages included; generated jOOQ packages, which know each other, count as one. */
record PackageSlices(String base) implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        var name = type.getPackageName();
        var generated = base + ".store.jooq";
        if (!name.equals(base) && !name.startsWith(base + ".")) {
            return SliceIdentifier.ignore();
        }
        return SliceIdentifier.of(name.startsWith(generated) ? generated : name);
    }

    @Override
    public String getDescription() {
        return "packages of " + base;
    }
}
