package org.throughline.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughline.format.SourceRecord;
import org.throughline.problem.Level;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;

final class GroupCheckTest {
    private static final String FIGURES = """
        source:
          format: csv
          fields:
            label: {column: Label, type: string}
            site: {column: Site, type: string}
            value: {column: Value, type: number}
        write:
          - to: organization
            key: [label, site]
            set: {name: label}
        checks:
          - id: sites-add-up
            level: warn
            over: label
            of:
              total: {sum: value, when: "site == 'Total'"}
              sites: {sum: value, when: "site != 'Total'"}
              largest: {max: value}
              rows: {count: records}
            must: 'total == null || sites == null || total == sites'
            say: '{label}: {rows} rows, the sites add up to {sites}, Total says {total}, the largest is {largest}.'
            guidance: Correct the site or the total.
        """;

    @Test
    void asksOnceForEveryGroup() {
        List<Problem> problems =
                problems("a,North,2", "b,North,5", "a,South,3", "a,Total,6", "b,South,1.5", "b,Total,6.5");

        assertThat(problems).hasSize(1);
        Problem problem = problems.get(0);
        assertThat(problem.code()).isEqualTo("sites-add-up");
        assertThat(problem.level()).isEqualTo(Level.WARN);
        assertThat(problem.place().record()).isEqualTo(1);
        assertThat(problem.told()).isEqualTo("a: 3 rows, the sites add up to 5, Total says 6, the largest is 6.");
        assertThat(problem.fact()).doesNotContain("5").doesNotContain("6");
        assertThat(problem.guidance()).isEqualTo("Correct the site or the total.");
    }

    @Test
    void takesGroupsWithoutAFigureAsUnknown() {
        assertThat(problems("a,North,2", "a,South,3", "b,Total,4", "c,North,", "c,Total,1"))
                .isEmpty();
    }

    @Test
    void doesNotAskAGroupOfWhichAFigureCannotBeRead() {
        assertThat(problems("a,North,two", "a,South,3", "a,Total,6", "b,North,1", "b,Total,2"))
                .extracting(Problem::told)
                .containsExactly("b: 2 rows, the sites add up to 1, Total says 2, the largest is 2.");
    }

    @Test
    void asksNoGroupWhereARecordCannotBeRead() {
        GroupTally tally = new GroupTally();
        mapped("a,North,2", "a,Total,6").forEach(tally::add);
        tally.unread();

        assertThat(tally.problems()).isEmpty();
    }

    @Test
    void holdsTheFileRatherThanAskAnUnboundedNumberOfGroups() {
        GroupTally tally = new GroupTally();
        RowMapping rows = rows();
        for (int number = 0; number <= GroupTally.LIMIT; number++) {
            tally.add(rows.map(record(number, "label" + number + ",North,2")));
        }

        assertThat(tally.problems()).extracting(Problem::code).containsExactly("GROUPS_TOO_MANY");
        assertThat(tally.problems()).extracting(Problem::level).containsExactly(Level.HOLD_FILE);
    }

    private static List<Problem> problems(String... lines) {
        GroupTally tally = new GroupTally();
        mapped(lines).forEach(tally::add);
        return tally.problems();
    }

    private static List<MappedRecord> mapped(String... lines) {
        RowMapping rows = rows();
        List<MappedRecord> mapped = new ArrayList<>();
        for (String line : lines) {
            mapped.add(rows.map(record(mapped.size() + 1, line)));
        }
        return mapped;
    }

    private static RowMapping rows() {
        return MappingText.member(FIGURES)
                .bind(List.of("Label", "Site", "Value"), new Facts(Map.of()))
                .rows();
    }

    private static SourceRecord record(int number, String line) {
        return new SourceRecord(
                new Place("made-up.csv", number, number + 1, number + 1, ""), List.of(line.split(",", -1)));
    }
}
