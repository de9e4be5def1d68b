package org.throughline.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.throughline.mapping.Outline;

/** How full the columns of a field were in the latest files. */
final class Trends {
    private final Map<String, List<StoredRecords.Look>> looks = new HashMap<>();
    private final Map<String, Set<String>> members = new HashMap<>();

    Trends(StoredRecords stored) {
        for (StoredRecords.Look look : stored.looks(Coverage.LATEST)) {
            looks.computeIfAbsent(look.mapping() + " " + look.member(), any -> new ArrayList<>())
                    .add(look);
            members.computeIfAbsent(look.mapping(), any -> new HashSet<>()).add(look.member());
        }
    }

    /** By mapping, and member where it has several; a field that comes from several columns is as full as the fullest. */
    Map<String, List<Integer>> of(List<Coverage.Source> sources) {
        Map<String, List<Integer>> trends = new TreeMap<>();
        for (Coverage.Source source : sources) {
            List<StoredRecords.Look> seen = looks.getOrDefault(source.mapping() + " " + source.member(), List.of());
            if (!seen.isEmpty() && !source.from().isEmpty()) {
                boolean only = members.get(source.mapping()).size() == 1;
                trends.put(
                        source.mapping() + (only ? "" : " " + source.member()),
                        seen.stream().map(look -> fill(look, source)).toList());
            }
        }
        return trends;
    }

    private static int fill(StoredRecords.Look look, Coverage.Source source) {
        long filled = source.from().stream()
                .flatMap(Trends::names)
                .mapToLong(name -> look.filled().getOrDefault(name, 0L))
                .max()
                .orElse(0);
        return look.records() == 0 ? 0 : (int) (100 * filled / look.records());
    }

    private static Stream<String> names(Outline.Column column) {
        return Stream.concat(Stream.of(column.column()), column.aka().stream());
    }
}
