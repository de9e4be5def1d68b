package org.throughline.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTextTest {

    private final Findings findings = new Findings();

    private Optional<Tree> read(String text) {
        return YamlText.read("a.yaml", text, findings);
    }

    private Text text(String yaml) {
        return (Text) ((Branch) read(yaml).orElseThrow()).value("a").orElseThrow();
    }

    private List<String> messages() {
        return findings.sorted().stream().map(Finding::message).toList();
    }

    @ParameterizedTest
    @CsvSource({"No", "Yes", "on", "08", "1.0", "2026-10-01", "1_000", "0x1F", "true"})
    void leavesScalarsAsTheyAreWritten(String scalar) {
        assertThat(text("a: " + scalar).text()).isEqualTo(scalar);
        assertThat(text("a: " + scalar).unset()).isFalse();
    }

    @Test
    void tellsNothingFromQuotedNothing() {
        assertThat(text("a:").unset()).isTrue();
        assertThat(text("a: null").unset()).isTrue();
        assertThat(text("a: ~").unset()).isTrue();
        assertThat(text("a: ''").unset()).isFalse();
        assertThat(text("a: 'null'").unset()).isFalse();
    }

    @Test
    void countsColumnsInTextsOfOneLineOnly() {
        assertThat(text("a: bcd").at(2)).isEqualTo(new Mark("a.yaml", 1, 6));
        assertThat(text("a: 'bcd'").at(2)).isEqualTo(new Mark("a.yaml", 1, 7));
        assertThat(text("a: 'it''s'").at(3)).isEqualTo(new Mark("a.yaml", 1, 4));
        assertThat(text("a: |\n  bcd\n").at(2)).isEqualTo(new Mark("a.yaml", 1, 4));
    }

    @Test
    void refusesAliasBombs() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 9; level++) {
            String before = "*a" + (level - 1);
            bomb.append("a%d: &a%d [%s]\n"
                    .formatted(
                            level,
                            level,
                            String.join(
                                    ", ",
                                    List.of(
                                            before, before, before, before, before, before, before, before, before,
                                            before))));
        }
        read(bomb.toString());
        assertThat(messages()).isNotEmpty();
    }

    @Test
    void refusesWhatContainsItself() {
        read("a: &a [*a]\n");
        assertThat(messages()).isNotEmpty();
    }

    @Test
    void refusesDepthAndSize() {
        read("a: " + "[".repeat(60) + "]".repeat(60) + "\n");
        assertThat(messages()).contains("The file is nested too deeply or repeats itself too often by aliases.");
        Findings other = new Findings();
        YamlText.read("b.yaml", "a: " + "x".repeat(2_000_001), other);
        assertThat(other.isEmpty()).isFalse();
    }

    @Test
    void refusesMapsAsKeys() {
        read("? {a: b}\n: c\n");
        assertThat(messages()).containsExactly("A key is a text, not a map or a list.");
    }

    @Test
    void refusesTwoDocuments() {
        read("a: b\n---\nc: d\n");
        assertThat(messages()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "column,colum,column",
                "column,Columns,column",
                "enrollment,enrolment,enrollment",
                "from,form,from",
                "sex,x,null",
                "when,wen,when",
                "snapshot,restatement,null",
            })
    void namesTheNearestName(String known, String wrong, String nearest) {
        assertThat(Nearest.name(wrong, Set.of(known, "unrelated"))).isEqualTo(Optional.ofNullable(nearest));
    }
}
