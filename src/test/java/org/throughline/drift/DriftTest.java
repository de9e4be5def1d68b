package org.throughline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughline.format.ByteSource;
import org.throughline.mapping.MappingCompiler;
import org.throughline.mapping.MappingSource;
import org.throughline.mapping.Outline;
import org.throughline.profile.SampleFormat;
import org.throughline.profile.SampleHints;
import org.throughline.profile.SampleProfiler;
import org.throughline.profile.SampleSniffer;

class DriftTest {
    private static final Outline.Table TABLE = table("""
        mapping: quarry/stays
        title: Stays (synthetic)
        receive: {content: changes}
        source:
          format: csv
          fields:
            id: {column: Id, type: string}
            day: {column: Birth Date, type: date, format: M/d/yyyy}
            sex: {column: Sex, type: string}
          ignore:
            Notes: free text
        codes:
          sex: {use: hub/sex, from: {F: F, M: M}, other: hold_row}
        write:
          - {to: client_record, key: id, set: {birth_date: day, sex: {from: sex, codes: sex}}}
        """);

    private static final String BEFORE = file("Id,Birth Date,Sex,Notes", "Q%d,1/17/2014,F,x");

    private static Outline.Table table(String text) {
        String list = "list: hub/sex\ntitle: Sex\nsource: hub\ncodes: {F: Female, M: Male}\n";
        MappingSource source = new MappingSource(
                "quarry/stays", "quarry/stays.yaml", Map.of("quarry/stays.yaml", text, "codes/hub/sex.yaml", list));
        return Outline.of(new MappingCompiler().compile(source).mapping().orElseThrow())
                .tables()
                .get(0);
    }

    private static String file(String header, String row) {
        StringBuilder text = new StringBuilder(header).append('\n');
        for (int number = 0; number < 30; number++) {
            text.append(row.formatted(number)).append('\n');
        }
        return text.toString();
    }

    @Test
    void tellsNothingOfTheSameFile() throws IOException {
        assertThat(changes(BEFORE)).isEmpty();
    }

    @Test
    void recognizesAnotherNameAndProposesIt() throws IOException {
        assertThat(changes(file("Id,Date of Birth,Sex,Notes", "Q%d,1/17/2014,F,x")))
                .containsExactly(new Change(
                        Change.Kind.COLUMN_RENAMED,
                        "Birth Date",
                        "The column `Birth Date` is probably called `Date of Birth` now.",
                        "quarry/stays.yaml:8",
                        List.of("aka: ['Date of Birth']".replace("'", ""))));
    }

    @Test
    void tellsOfColumnsThatCameAndWent() throws IOException {
        assertThat(changes(file("Id,Birth Date,Sex,Weight", "Q%d,1/17/2014,F,4.5")))
                .extracting(Change::kind, Change::column)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Change.Kind.COLUMN_REMOVED, "Notes"),
                        org.assertj.core.groups.Tuple.tuple(Change.Kind.COLUMN_ADDED, "Weight"));
    }

    @Test
    void tellsOfAnotherOrder() throws IOException {
        assertThat(kinds(file("Birth Date,Id,Sex,Notes", "1/17/2014,Q%d,F,x")))
                .containsExactly(Change.Kind.COLUMNS_REORDERED);
    }

    @Test
    void tellsOfDaysWrittenInAnotherWay() throws IOException {
        assertThat(changes(file("Id,Birth Date,Sex,Notes", "Q%d,2014-01-17,F,x")))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.kind()).isEqualTo(Change.Kind.TYPE_CHANGED);
                    assertThat(change.proposal()).containsExactly("format: ['M/d/yyyy', yyyy-MM-dd]".replace("'", ""));
                });
    }

    @Test
    void tellsOfNewCodesFillAndRecords() throws IOException {
        assertThat(changes(file("Id,Birth Date,Sex,Notes", "Q%d,1/17/2014,X,x")))
                .extracting(Change::proposal)
                .containsExactly(List.of("X: a code of hub/sex"));
        assertThat(kinds(file("Id,Birth Date,Sex,Notes", "Q%d,,F,x"))).containsExactly(Change.Kind.FILL_JUMPED);
        assertThat(kinds("Id,Birth Date,Sex,Notes\nQ1,1/17/2014,F,x\n")).containsExactly(Change.Kind.RECORDS_JUMPED);
    }

    private static List<Change.Kind> kinds(String after) throws IOException {
        return changes(after).stream().map(Change::kind).toList();
    }

    private static List<Change> changes(String after) throws IOException {
        return Drift.between(TABLE, look(BEFORE), look(after));
    }

    private static FileLook look(String text) throws IOException {
        ByteSource bytes = ByteSource.of(text.getBytes(StandardCharsets.UTF_8));
        SampleFormat format = SampleSniffer.sniff(bytes, SampleHints.none());
        return FileLook.of(SampleProfiler.profile(bytes, format, 1_000, Set.of()));
    }
}
