package org.throughline.mapping.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays one file over its base: maps merge key by key, texts and lists replace, and a key without a value removes what the base
 * says. Only the list of columns left aside ({@code source.ignore}) is added to the base's. Every node keeps its own place.
 */
public final class Merge {

    private static final String APPENDED = "source.ignore";

    private Merge() {}

    /** The base with the file laid over it. */
    public static Tree over(Tree base, Tree file) {
        return over(base, file, "");
    }

    private static Tree over(Tree base, Tree file, String path) {
        if (path.equals(APPENDED) && !(base instanceof Branch && file instanceof Branch)) {
            List<Tree> groups = new ArrayList<>(groups(base));
            groups.addAll(groups(file));
            return new Sequence(file.mark(), groups);
        }
        if (!(base instanceof Branch below && file instanceof Branch above)) {
            return file;
        }
        Map<String, Branch.Entry> entries = new LinkedHashMap<>(below.entries());
        above.entries().forEach((key, entry) -> {
            Branch.Entry known = below.entries().get(key);
            if (known == null) {
                entries.put(key, entry);
            } else if (entry.value().isNull()) {
                entries.remove(key);
            } else {
                String inner = path.isEmpty() ? key : path + "." + key;
                entries.put(key, new Branch.Entry(entry.mark(), over(known.value(), entry.value(), inner)));
            }
        });
        return new Branch(above.mark(), entries);
    }

    private static List<Tree> groups(Tree tree) {
        if (tree instanceof Sequence list) {
            return list.items();
        }
        return tree instanceof Branch map
                ? map.entries().entrySet().stream()
                        .map(entry -> group(entry.getKey(), entry.getValue()))
                        .toList()
                : List.of(tree);
    }

    private static Tree group(String column, Branch.Entry entry) {
        Mark mark = entry.mark();
        Map<String, Branch.Entry> group = new LinkedHashMap<>();
        group.put("columns", new Branch.Entry(mark, new Text(mark, mark, column, false, false)));
        group.put("reason", new Branch.Entry(mark, entry.value()));
        return new Branch(mark, group);
    }
}
