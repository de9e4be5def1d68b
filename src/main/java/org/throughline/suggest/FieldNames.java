package org.throughline.suggest;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.throughline.mapping.cel.ExpressionScope;

/** Gives fields names that expressions can use, from the names of their columns. */
final class FieldNames {
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST = 40;

    private final Set<String> taken = new HashSet<>();

    String name(String column) {
        String plain =
                CAMEL.matcher(column.replace("#", " number")).replaceAll("_").toLowerCase(Locale.ROOT);
        String name = OTHER.matcher(plain).replaceAll("_").replaceAll("^_+|_+$", "");
        name = name.substring(0, Math.min(LONGEST, name.length()));
        if (name.isEmpty() || Character.isDigit(name.charAt(0)) || !ExpressionScope.canName(name)) {
            name = "field_" + name;
        }
        String free = name;
        for (int number = 2; !taken.add(free); number++) {
            free = name + "_" + number;
        }
        return free;
    }
}
