package org.throughline.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeTest {

    private static Tree tree(String file, String text) {
        return YamlText.read(file, text, new Findings()).orElseThrow();
    }

    /** The tree in flow style, each text with the letter of the file that it comes from. */
    private static String told(Tree tree) {
        if (tree instanceof Text text) {
            return text.unset() ? "" : text.text() + text.mark().file();
        }
        if (tree instanceof Sequence list) {
            return list.items().stream().map(MergeTest::told).collect(Collectors.joining(",", "[", "]"));
        }
        Map<String, Branch.Entry> entries = ((Branch) tree).entries();
        return entries.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + told(entry.getValue().value()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{a: 1}|{b: 2}|{a:1A,b:2B}",
                "{a: 1}|{a: 2}|{a:2B}",
                "{a: {x: 1, y: 2}}|{a: {y: 3, z: 4}}|{a:{x:1A,y:3B,z:4B}}",
                "{a: [1, 2]}|{a: [3]}|{a:[3B]}",
                "{a: 1, b: 2}|{a: null}|{b:2A}",
                "{a: {x: 1, y: 2}}|{a: {x: }}|{a:{y:2A}}",
                "{a: 1}|{a: {x: 2}}|{a:{x:2B}}",
                "{source: {ignore: [{columns: [c], reason: r}]}}|{source: {ignore: [{columns: [d], reason:"
                        + " s}]}}|{source:{ignore:[{columns:[cA],reason:rA},{columns:[dB],reason:sB}]}}",
                "{source: {ignore: {c: r}}}|{source: {ignore: {d: s}}}|{source:{ignore:{c:rA,d:sB}}}",
                "{source: {ignore: {c: r}}}|{source: {ignore: [{columns: [d], reason:"
                        + " s}]}}|{source:{ignore:[{columns:cA,reason:rA},{columns:[dB],reason:sB}]}}",
                "{ignore: [1]}|{ignore: [2]}|{ignore:[2B]}",
            })
    void laysAFileOverItsBase(String base, String file, String merged) {
        assertThat(told(Merge.over(tree("A", base), tree("B", file)))).isEqualTo(merged);
    }
}
