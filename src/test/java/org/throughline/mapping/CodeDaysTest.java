package org.throughline.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.mapping.MappingText.HEAD;
import static org.throughline.mapping.MappingText.codes;
import static org.throughline.mapping.MappingText.facts;
import static org.throughline.mapping.MappingText.value;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes that are in force on some days only. */
class CodeDaysTest {

    private static final String LIST = """
        list: hub/dated
        codes:
          old: {title: Old, to: 2023-09-30}
          some: {title: Some, from: 2023-10-01, to: 2025-09-30}
          new: {title: New, from: 2025-10-01}
          both: Always
          named: [{title: One name, to: 2023-09-30}, {title: Another name, from: 2023-10-01}]
        crosswalks:
          numbers: {'1': [{code: old, to: 2023-09-30}, {code: some, from: 2023-10-01}], '2': both}
        """;

    private static MemberMapping member(String set) {
        Compilation compilation = compilation(set, "");
        return compilation
                .mapping()
                .orElseThrow(() -> new AssertionError(compilation.diagnostics()))
                .members()
                .get(0);
    }

    private static Compilation compilation(String set, String tests) {
        String body = HEAD + """
            source:
              format: csv
              fields:
                id: {column: Id, type: string}
                sex: {column: Sex, type: string}
                born: {column: Born, type: date}
                died: {column: Died, type: datetime, on_error: warn}
            codes: {sex: %s}
            write: [{to: client_record, key: id, set: {sex: {from: sex, codes: sex}, birth_date: born, death_date: {expr: date(died)}}}]
            """.formatted(set) + tests;
        return new MappingCompiler()
                .compile(new MappingSource(
                        "made-up/feed",
                        "made-up/feed.yaml",
                        Map.of("made-up/feed.yaml", body, "codes/hub/dated.yaml", LIST)));
    }

    private static MappedRecord map(String set, String day, String... sexBornDied) {
        Facts facts = new Facts(Map.of("received.on", LocalDate.of(2030, 1, 1), "period.from", LocalDate.parse(day)));
        return MappingText.map(
                member(set), facts, "Id", "a", "Sex", sexBornDied[0], "Born", sexBornDied[1], "Died", sexBornDied[2]);
    }

    @ParameterizedTest
    @CsvSource({
        "old, 1900-01-01, true",
        "old, 2023-09-29, true",
        "old, 2023-09-30, true",
        "old, 2023-10-01, false",
        "some, 2023-09-30, false",
        "some, 2023-10-01, true",
        "some, 2024-05-05, true",
        "some, 2025-09-30, true",
        "some, 2025-10-01, false",
        "new, 2025-09-30, false",
        "new, 2025-10-01, true",
        "new, 9999-12-31, true",
        "both, 1900-01-01, true",
        "both, 2025-10-01, true",
        "named, 2023-09-30, true",
        "named, 2023-10-01, true",
    })
    void areTakenOnTheirFirstAndLastDayAndBetween(String code, String day, boolean taken) {
        MappedRecord mapped = map("{use: hub/dated, other: hold_row}", day, code, "", "");

        assertThat(value(mapped, 0, "sex")).isEqualTo(taken ? code : null);
        assertThat(codes(mapped)).isEqualTo(taken ? List.of() : List.of("CODE_NOT_IN_FORCE hold_row"));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-09-30, 1, old",
        "2023-10-01, 1, some",
        "2025-09-30, 1, some",
        "2023-10-01, 2, both",
        "2025-09-30, o, ",
        "2025-10-01, o, new",
        "2025-10-31, o, new",
        "2025-11-01, o, ",
    })
    void meanWhatTheyMeanOnTheDay(String day, String theirs, String ours) {
        String set = "{use: hub/dated, crosswalk: numbers, from: {o: {code: new, to: 2025-10-31}}, other: hold_row}";

        assertThat(value(map(set, day, theirs, "", ""), 0, "sex")).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({
        "hold_row, , CODE_NOT_IN_FORCE hold_row",
        "hold_file, , CODE_NOT_IN_FORCE hold_file",
        "other:both, both, CODE_NOT_IN_FORCE note",
        "keep_and_warn, old, CODE_NOT_IN_FORCE warn",
    })
    void areTreatedAsOtherSays(String other, String kept, String problem) {
        MappedRecord mapped = map("{use: hub/dated, other: '" + other + "'}", "2026-01-01", "old", "", "");

        assertThat(value(mapped, 0, "sex")).isEqualTo(kept);
        assertThat(codes(mapped)).containsExactly(problem);
    }

    @Test
    void areJudgedOnTheDayOfTheRecordWhereTheMappingNamesIt() {
        String set = "{use: hub/dated, on: born, other: hold_row}";

        assertThat(codes(map(set, "2026-01-01", "old", "2023-09-30", ""))).isEmpty();
        assertThat(codes(map(set, "2020-01-01", "old", "2023-10-01", "")))
                .containsExactly("CODE_NOT_IN_FORCE hold_row");
        assertThat(codes(map(set, "2026-01-01", "old", "", ""))).containsExactly("CODE_NOT_IN_FORCE hold_row");
        assertThat(codes(map(set, "2020-01-01", "old", "", ""))).isEmpty();
        assertThat(codes(map(set, "2020-01-01", "new", "some day", ""))).containsExactly("FIELD_TYPE hold_row");
        assertThat(codes(map(set, "2020-01-01", "strange", "2023-10-01", "")))
                .containsExactly("CODE_NOT_IN_CROSSWALK hold_row");
    }

    @Test
    void areJudgedOnAnotherDayOfTheFileWhereTheMappingNamesIt() {
        String set = "{use: hub/dated, on: received.on, other: hold_row}";

        assertThat(codes(map(set, "2020-01-01", "new", "", ""))).isEmpty();
        assertThat(facts(map(set, "2020-01-01", "old", "", "")))
                .singleElement()
                .asString()
                .contains("not in force on the day of the file, 2030-01-01; expected one of new, both, named.");
    }

    @Test
    void areJudgedInTestsOnTheDayThatTheyGive() {
        String tests = """
            tests:
              - name: the last day
                given: {Id: a, Sex: old}
                facts: {received.on: 2023-09-30}
                expect: {client_record: {sex: old}}
              - name: the day after
                given: {Id: a, Sex: old}
                facts: {received.on: 2023-10-01}
                expect: {problems: ['codes:sex']}
            """;
        Compilation compilation = compilation("{use: hub/dated, other: hold_row}", tests);
        assertThat(compilation.diagnostics()).isEmpty();
        Mapping mapping = compilation.mapping().orElseThrow();

        assertThat(MappingTests.run(mapping))
                .hasSize(2)
                .allSatisfy(result -> assertThat(result.differences()).isEmpty());
    }

    @Test
    void areJudgedOnADayAndTimeToo() {
        String set = "{use: hub/dated, on: died, other: hold_row}";

        assertThat(codes(map(set, "2026-01-01", "old", "", "2023-09-30 23:59:59")))
                .isEmpty();
        assertThat(codes(map(set, "2020-01-01", "old", "", "2023-10-01 00:00:00")))
                .containsExactly("CODE_NOT_IN_FORCE hold_row");
        assertThat(codes(map(set, "2026-01-01", "new", "", "some time"))).containsExactly("FIELD_TYPE warn");
    }

    @Test
    void areJudgedOnTheDayOfArrivalWithoutAPeriod() {
        MemberMapping member = member("{use: hub/dated, other: hold_row}");
        String[] row = {"Id", "a", "Sex", "new", "Born", "", "Died", ""};

        Facts late = new Facts(Map.of("received.on", LocalDate.of(2025, 10, 1)));
        assertThat(codes(MappingText.map(member, late, row))).isEmpty();
        Facts early = new Facts(Map.of("received.on", LocalDate.of(2025, 9, 30)));
        assertThat(codes(MappingText.map(member, early, row))).containsExactly("CODE_NOT_IN_FORCE hold_row");
        assertThatThrownBy(() -> MappingText.map(member, new Facts(Map.of()), row))
                .hasMessage("The fact received.on is needed to judge codes that have days, but is not given.");
    }

    @Test
    void areNamedWithTheDayButTheirOwnDaysOnlyToTheSender() {
        MappedRecord mapped = map("{use: hub/dated, other: hold_row}", "2025-10-01", "some", "", "");

        assertThat(facts(mapped))
                .containsExactly(
                        "Column `Sex` holds 4 characters, a code of the crosswalk `sex`; it is not in force on the"
                                + " day of the file, 2025-10-01; expected one of new, both, named.");
        assertThat(mapped.problems().get(0).told())
                .isEqualTo("Column `Sex` holds `some`, a code of the crosswalk `sex`; it is in force from 2023-10-01 to"
                        + " 2025-09-30, and the day of the file is 2025-10-01; expected one of new, both, named.");
        assertThat(mapped.problems().get(0).guidance())
                .isEqualTo("Send a code that is in force on that day, or have the days of the code corrected in its"
                        + " list.");
        assertThat(CodeSet.about(mapped.problems().get(0), "sex")).isTrue();
    }

    @Test
    void leaveTheDayOfARecordToItsSender() {
        MappedRecord mapped = map("{use: hub/dated, on: born, other: hold_row}", "2020-01-01", "old", "2024-02-03", "");

        assertThat(facts(mapped))
                .containsExactly(
                        "Column `Sex` holds 3 characters, a code of the crosswalk `sex`; it is not in force on the"
                                + " day of the record; expected one of some, both, named.");
        assertThat(mapped.problems().get(0).told())
                .isEqualTo("Column `Sex` holds `old`, a code of the crosswalk `sex`; it is in force to 2023-09-30, and"
                        + " the day of the record is 2024-02-03; expected one of some, both, named.");
    }

    @Test
    void mayStandInForOthersIfTheyAreInForceOnEveryDay() {
        assertThat(value(map("{use: hub/dated, blank: named, other: hold_row}", "2020-01-01", "", "", ""), 0, "sex"))
                .isEqualTo("named");
    }

    @Test
    void areKnownToWhoeverLooksAtAColumnWhateverTheDay() {
        assertThat(member("{use: hub/dated, other: hold_row}")
                        .columns(List.of("Id", "Sex"))
                        .get(1)
                        .crosswalks()
                        .get(0)
                        .known())
                .contains("old", "some", "new");
    }
}
