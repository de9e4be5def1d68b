package org.throughline.cli;

import java.util.List;
import java.util.Map;
import org.throughline.linkage.ToldMerge;

/** How the merges that joined two numbers of a sender look, in JSON and in lines. */
final class MergeLines {
    private MergeLines() {}

    static List<Map<String, Object>> documents(List<ToldMerge> merges) {
        return merges.stream()
                .map(told -> Document.of("merge", told.key())
                        .with("goes_on", ClientRefText.written(told.merge().survivor()))
                        .with("merged", ClientRefText.written(told.merge().merged()))
                        .with("told_at", told.merge().since().toString())
                        .with("held_until", told.until().map(Object::toString))
                        .map())
                .toList();
    }

    static List<String> lines(List<ToldMerge> merges) {
        return merges.stream().map(MergeLines::line).toList();
    }

    private static String line(ToldMerge told) {
        return "Merge " + told.key() + ": " + ClientRefText.written(told.merge().merged()) + " goes on as "
                + ClientRefText.written(told.merge().survivor()) + ", told "
                + told.merge().since()
                + told.until().map(until -> ", held until " + until).orElse("") + ".";
    }
}
