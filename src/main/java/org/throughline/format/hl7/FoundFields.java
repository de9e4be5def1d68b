package org.throughline.format.hl7;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The fields in which values stand, whatever the repetition, as far as no column of the mapping reads them. */
final class FoundFields {
    /** Most different fields of one file. */
    static final int MOST = 10_000;

    private static final int BITS = 10;
    private static final int MASK = (1 << BITS) - 1;

    private final Map<String, TreeSet<Integer>> found = new TreeMap<>();
    private int count;

    void add(List<Segment> segments) {
        segments.forEach(this::add);
    }

    private void add(Segment segment) {
        TreeSet<Integer> fields = found.computeIfAbsent(segment.name(), name -> new TreeSet<>());
        int before = fields.size();
        Widths.visit(segment, (field, component, subcomponent) -> {
            if (count + fields.size() - before <= MOST) {
                fields.add(packed(field, component, subcomponent));
            }
        });
        count += fields.size() - before;
    }

    boolean tooMany() {
        return count > MOST;
    }

    /** Their names in order, without those that the columns read. */
    List<String> names(Collection<FieldAddress> columns) {
        Set<String> read = new HashSet<>();
        columns.forEach(column ->
                read.add(column.segment() + packed(column.field(), column.component(), column.subcomponent())));
        List<String> names = new ArrayList<>();
        found.forEach((segment, fields) -> fields.stream()
                .filter(field -> !read.contains(segment + field))
                .forEach(field -> names.add(name(segment, field, fields))));
        return names;
    }

    private static String name(String segment, int packed, TreeSet<Integer> fields) {
        int field = packed >> 2 * BITS;
        int component = packed >> BITS & MASK;
        int subcomponent = packed & MASK;
        String name = segment + "-" + field;
        Integer other = fields.higher(packed(field, 1, 1));
        if (component > 1 || other != null && other < packed(field + 1, 0, 0)) {
            name += "." + component;
        }
        return subcomponent > 1 ? name + "." + subcomponent : name;
    }

    private static int packed(int field, int component, int subcomponent) {
        return field << 2 * BITS | component << BITS | subcomponent;
    }
}
