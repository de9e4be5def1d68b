package org.throughline.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.mapping.ColumnUse;
import org.throughline.mapping.value.Clean;

/** Counts what stands in one column. Bounded: what comes when a thousand different values are known is not told apart. */
final class ContentsTally {
    private static final int KNOWN = 1_000;
    private static final int TOLD = 10;
    /** A code that nobody knows is told only where so many records share it; one that stands alone may be anything. */
    private static final int SHARED = 5;

    private final String member;
    private final ColumnUse use;
    private final boolean lifted;
    private final Map<String, Long> values = new LinkedHashMap<>();
    private final Map<String, Long> strangers = new LinkedHashMap<>();
    private long records;
    private long filled;

    ContentsTally(String member, ColumnUse use, boolean lifted) {
        this.member = member;
        this.use = use;
        this.lifted = lifted;
    }

    void add(String cell) {
        records++;
        String text = Clean.TRIM.apply(cell);
        if (text.isEmpty()) {
            return;
        }
        filled++;
        boolean code = use.isCode(text);
        count(values, isPlain(code) ? text : "\0" + Veil.shape(text));
        if (!code && !use.crosswalks().isEmpty()) {
            count(strangers, text);
        }
    }

    private boolean isPlain(boolean code) {
        return code || lifted && !use.personal();
    }

    private static void count(Map<String, Long> counts, String text) {
        if (counts.size() < KNOWN || counts.containsKey(text)) {
            counts.merge(text, 1L, Long::sum);
        }
    }

    ColumnContents contents() {
        List<ColumnContents.Counted> told = values.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(TOLD)
                .map(value -> value.getKey().startsWith("\0")
                        ? new ColumnContents.Counted(value.getKey().substring(1), true, value.getValue())
                        : new ColumnContents.Counted(value.getKey(), false, value.getValue()))
                .toList();
        return new ColumnContents(
                member, use.column(), use.used(), use.personal(), records, filled, told, values.size());
    }

    /** The codes that no code set of the column knows, most frequent first. */
    List<UnmappedCode> unmapped() {
        List<UnmappedCode> unmapped = new ArrayList<>();
        for (ColumnUse.Crosswalk crosswalk : use.crosswalks()) {
            Map<String, Long> shapes = new HashMap<>();
            strangers.forEach((code, count) -> {
                if (crosswalk.known().contains(code)) {
                    return;
                }
                if (lifted || !use.personal() && count >= SHARED) {
                    unmapped.add(unmapped(crosswalk, code, false, count));
                } else {
                    shapes.merge(Veil.shape(code), count, Long::sum);
                }
            });
            shapes.forEach((shape, count) -> unmapped.add(unmapped(crosswalk, shape, true, count)));
        }
        unmapped.sort(Comparator.comparing(UnmappedCode::codeSet)
                .thenComparing(Comparator.comparingLong(UnmappedCode::count).reversed())
                .thenComparing(UnmappedCode::code));
        return unmapped;
    }

    private UnmappedCode unmapped(ColumnUse.Crosswalk crosswalk, String code, boolean shape, long count) {
        return new UnmappedCode(member, use.column(), crosswalk.name(), crosswalk.other(), code, shape, count);
    }
}
