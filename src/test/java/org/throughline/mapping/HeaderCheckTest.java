package org.throughline.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughline.problem.Problem;

class HeaderCheckTest {

    private static final String BODY = """
        source:
          format: csv
          fields:
            id: {column: 'Client #', aka: [ClientNo], type: string}
            name: {column: Name, type: string, optional: true}
          ignore: {Notes: free text}
        write: [{to: organization, key: id, set: {name: id, common_name: name}}]
        """;

    private static List<String> problems(String body, String... header) {
        return MappingText.member(body).bind(List.of(header), new Facts(Map.of())).problems().stream()
                .map(problem -> problem.code() + " " + problem.level().word() + " "
                        + problem.place().column())
                .toList();
    }

    @Test
    void findsColumnsInAnyOrderAndByTheirOtherNames() {
        assertThat(problems(BODY, "Notes", "Name", "Client #")).isEmpty();
        assertThat(problems(BODY, "Notes", "ClientNo", "Name")).isEmpty();
    }

    @Test
    void takesAColumnThatDiffersInCaseOrBlanksOnly() {
        assertThat(problems(BODY, "client # ", "Name", "NOTES")).containsExactly("COLUMN_CASE note client # ");
    }

    @Test
    void doesNotGuessBetweenTwoColumns() {
        assertThat(problems(BODY, "CLIENT #", "client #", "Name", "Notes"))
                .containsExactly(
                        "COLUMN_MISSING hold_file Client #",
                        "COLUMN_NEW hold_file column 1",
                        "COLUMN_NEW hold_file column 2");
    }

    @Test
    void holdsAFileWithoutANeededColumnOnly() {
        assertThat(problems(BODY, "Client"))
                .containsExactly(
                        "COLUMN_MISSING hold_file Client #",
                        "COLUMN_GONE note Name",
                        "COLUMN_GONE note Notes",
                        "COLUMN_NEW hold_file column 1");
    }

    @Test
    void notesNewColumnsWhereTheMappingSaysSo() {
        String noting = BODY.replace("  format: csv", "  format: csv\n  new_columns: note");
        assertThat(problems(noting, "Client #", "Name", "Notes", "Shoe Size"))
                .containsExactly("COLUMN_NEW note column 4");
    }

    @Test
    void reportsBlankAndRepeatedNames() {
        assertThat(problems(BODY, "Client #", "Name", "Notes", " ", "Name"))
                .containsExactly("HEADER_BLANK hold_file ", "HEADER_DUPLICATE hold_file ");
    }

    @Test
    void namesUnknownColumnsToTheSenderOnly() {
        // The first line of a file without a header is a client.
        List<Problem> problems = MappingText.member(BODY)
                .bind(List.of("HL-000123", "O'Neil", "1980-01-01"), new Facts(Map.of()))
                .problems();

        assertThat(problems)
                .allSatisfy(problem -> assertThat(problem.toString()).doesNotContain("O'Neil", "1980"));
        assertThat(problems).extracting(Problem::told).contains("Column 2, `O'Neil` is not known to the mapping.");
    }

    @Test
    void leavesFieldsOfAbsentColumnsEmpty() {
        MappedRecord mapped = MappingText.map(BODY, "Client #", "a");

        assertThat(mapped.problems()).isEmpty();
        assertThat(MappingText.value(mapped, 0, "common_name")).isNull();
    }
}
