package org.throughline.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests inside mappings can fail, and say why. */
class MappingTestsTest {

    private static final String BODY = """
        source:
          format: csv
          fields:
            id: {column: Id, type: string}
            sex: {column: Sex, type: string}
            amount: {column: Amount, type: number}
        codes: {sex: {use: hub/sex, other: hold_row}}
        write:
          - to: client_record
            key: id
            when: "id != 'none'"
            set: {other_id: id, sex: {from: sex, codes: sex}}
          - to: program_funding
            key: id
            set: {program_key: id, grant_id: {expr: text(amount)}}
        checks: [{id: few, level: hold_row, must: 'amount == null || amount < 5.0', say: Too many., guidance: Less.}]
        tests:
        """;

    private static List<String> differences(String test) {
        Mapping mapping = MappingText.compiled(MappingText.HEAD + BODY + "  - " + test + "\n");
        return MappingTests.run(mapping).get(0).differences();
    }

    @Test
    void passWhereEverythingIsAsExpected() {
        assertThat(differences(
                        "{name: a, given: {Id: x, Sex: F, Amount: '2.50'}, expect: {client_record: {sex: F, phone:"
                                + " null}, program_funding: [{grant_id: '2.5'}]}}"))
                .isEmpty();
        assertThat(differences("{name: a, given: {Id: none}, expect: {client_record: retracted}}"))
                .isEmpty();
        assertThat(differences("{name: a, given: {}, expect: {client_record: absent, problems: [KEY_MISSING]}}"))
                .isEmpty();
        assertThat(differences(
                        "{name: a, given: {Id: x, Sex: Q, Amount: '7'}, expect: {problems: ['codes:sex', few]}}"))
                .isEmpty();
    }

    @Test
    void sayWhatDiffers() {
        assertThat(differences("{name: a, given: {Id: x, Sex: F}, expect: {client_record: {sex: M, other_id: null,"
                        + " phone: '1'}}}"))
                .containsExactly(
                        "client_record.sex: expected `M`, but it is `F`.",
                        "client_record.other_id: expected nothing, but it is `x`.",
                        "client_record.phone: expected `1`, but it is nothing.");
        assertThat(differences(
                        "{name: a, given: {Id: x}, expect: {client_record: absent, program_funding: retracted}}"))
                .containsExactly(
                        "client_record: none was expected, but there is one.",
                        "program_funding: a retraction was expected, but there is one.");
        assertThat(differences("{name: a, given: {Id: x}, expect: {client_record: [{}, {}]}}"))
                .containsExactly("client_record: 2 expected, but there is one.");
    }

    @Test
    void sayWhichProblemsDiffer() {
        assertThat(differences("{name: a, given: {Id: x, Sex: Q}, expect: {problems: [few]}}"))
                .containsExactly(
                        "The problem `few` was expected, but is not found.",
                        "The problem `CODE_NOT_IN_CROSSWALK` was not expected: Column `Sex` holds `Q`, which is not in"
                                + " the crosswalk `sex`; expected one of F, M, X, U.");
        assertThat(differences("{name: a, given: {Id: x, Amount: '9'}, expect: {client_record: {other_id: x}}}"))
                .containsExactly("The problem `few` was not expected: Too many.");
    }

    @Test
    void compareTheSample(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("feed.sample.csv"), "Id,Sex,Amount\nx,F,1\ny,Q,\n,,\nz\n");
        Mapping mapping = MappingText.compiled(MappingText.HEAD + BODY + "  - {name: a, given: {Id: x}, expect: {}}\n");
        MappingSample sample = MappingSample.in(folder, "feed").orElseThrow();

        assertThat(last(mapping, sample).differences()).containsExactly("The sample has no expected result beside it.");
        MappingTests.regenerate(mapping, sample);
        assertThat(last(mapping, sample).passed()).isTrue();
        String expected = Files.readString(sample.expected());
        assertThat(expected).contains("{\"rows\":4,\"ok\":1,\"held\":1,\"rejected\":2}");
        Files.writeString(sample.expected(), expected.replace("\"sex\":\"F\"", "\"sex\":\"M\""));
        assertThat(last(mapping, sample).differences())
                .containsExactly("Line 4: expected"
                        + " `{\"entity\":\"client_record\",\"key\":\"x\",\"sex\":\"M\",\"other_id\":\"x\"},`, but"
                        + " it is"
                        + " `{\"entity\":\"client_record\",\"key\":\"x\",\"sex\":\"F\",\"other_id\":\"x\"},`.");
        Files.writeString(sample.expected(), "not json");
        assertThat(last(mapping, sample).passed()).isFalse();
    }

    private static MappingTestResult last(Mapping mapping, MappingSample sample) throws IOException {
        List<MappingTestResult> results = MappingTests.run(mapping, Optional.of(sample));
        return results.get(results.size() - 1);
    }
}
