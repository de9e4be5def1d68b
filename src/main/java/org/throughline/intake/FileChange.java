package org.throughline.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.throughline.mapping.MappingSource;

/**
 * How a file of a mapping differs between two versions.
 *
 * @param added lines that only the later one has
 * @param removed lines that only the earlier one has
 */
public record FileChange(String path, int added, int removed) {

    static List<FileChange> between(MappingSource earlier, MappingSource later) {
        TreeSet<String> paths = new TreeSet<>(earlier.files().keySet());
        paths.addAll(later.files().keySet());
        return paths.stream()
                .map(path -> of(path, lines(earlier.files(), path), lines(later.files(), path)))
                .filter(change -> change.added() + change.removed() > 0)
                .toList();
    }

    private static FileChange of(String path, List<String> earlier, List<String> later) {
        return new FileChange(path, without(later, earlier), without(earlier, later));
    }

    private static int without(List<String> lines, List<String> others) {
        List<String> left = new ArrayList<>(lines);
        others.forEach(left::remove);
        return left.size();
    }

    private static List<String> lines(Map<String, String> files, String path) {
        return Arrays.asList(files.getOrDefault(path, "").split("\n", -1));
    }
}
