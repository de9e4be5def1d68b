package org.throughline.mapping;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Mark;
import org.throughline.mapping.yaml.Nearest;

/** The columns that a mapping itself names while it describes a workbook; each name stands once, and is read or left aside. */
final class XlsxColumns {
    private final Findings findings;
    private final Map<String, Mark> names = new LinkedHashMap<>();

    XlsxColumns(Findings findings) {
        this.findings = findings;
    }

    void add(String name, Mark mark) {
        Mark before = names.putIfAbsent(name, mark);
        if (before != null) {
            findings.report(
                    mark, "The column `" + name + "` is made twice; the first is on line " + before.line() + ".");
        }
    }

    /** Holds the fields against the columns, where the mapping names all that there are. */
    void check(FormatCompiler.Source source) {
        Set<String> taken = new HashSet<>();
        source.table().fields().forEach(field -> {
            taken.add(field.column());
            known(field.column(), source.fields().get(field.name()).mark("column"));
        });
        source.table().ignored().keySet().forEach(column -> {
            taken.add(column);
            known(column, source.section().mark("ignore"));
        });
        names.forEach((name, mark) -> {
            if (!taken.contains(name)) {
                findings.report(mark, "The column `" + name + "` is neither read by a field nor named under `ignore`.");
            }
        });
    }

    private void known(String column, Mark mark) {
        if (!names.containsKey(column)) {
            findings.report(
                    mark,
                    "The table has no column `" + column + "`; its columns are " + String.join(", ", names.keySet())
                            + "." + Nearest.hint(column, names.keySet()));
        }
    }
}
