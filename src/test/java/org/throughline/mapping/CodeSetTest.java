package org.throughline.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.mapping.MappingText.codes;
import static org.throughline.mapping.MappingText.facts;
import static org.throughline.mapping.MappingText.map;
import static org.throughline.mapping.MappingText.value;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeSetTest {

    private static String body(String set) {
        return """
            source: {format: csv, fields: {id: {column: Id, type: string}, sex: {column: Sex, type: string}}}
            codes: {sex: %s}
            write: [{to: client_record, key: id, set: {sex: {from: sex, codes: sex, clean: upper}}}]
            """.formatted(set);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            quoteCharacter = '"',
            value = {
                "{use: hub/sex, other: hold_row}|f|F|null",
                "{use: hub/sex, other: hold_row}| F |F|null",
                "{use: hub/sex, other: hold_row}|''|null|null",
                "{use: hub/sex, other: hold_row, blank: U}| |U|null",
                "{use: hub/sex, other: hold_row}|Q|null|CODE_NOT_IN_CROSSWALK hold_row",
                "{use: hub/sex, other: hold_file}|Q|null|CODE_NOT_IN_CROSSWALK hold_file",
                "{use: hub/sex, other: 'other:U'}|Q|U|CODE_NOT_IN_CROSSWALK note",
                "{use: hub/sex, other: keep_and_warn}|Q|Q|CODE_NOT_IN_CROSSWALK warn",
                "{use: hub/sex, from: {W: F}, other: hold_row}|W|F|null",
                "{use: hub/sex, from: {W: F}, other: hold_row}|F|null|CODE_NOT_IN_CROSSWALK hold_row",
                "{use: hub/sex, crosswalk: numbers, other: hold_row}|2|M|null",
                "{use: hub/sex, crosswalk: numbers, from: {2: X, 3: U}, other: hold_row}|2|X|null",
            },
            delimiter = '|')
    void translates(String set, String cell, String code, String problem) {
        MappedRecord mapped = map(body(set), "Id", "a", "Sex", cell == null || cell.equals("''") ? "" : cell);

        assertThat(value(mapped, 0, "sex")).isEqualTo(code);
        assertThat(codes(mapped)).isEqualTo(problem == null ? java.util.List.of() : java.util.List.of(problem));
    }

    @Test
    void namesTheCrosswalkAndItsCodesButNotTheCell() {
        MappedRecord mapped = map(body("{use: hub/sex, crosswalk: numbers, other: hold_row}"), "Id", "a", "Sex", "Qq7");

        assertThat(facts(mapped))
                .containsExactly("Column `Sex` holds 3 characters, 1 digit, which is not in the crosswalk `sex`;"
                        + " expected one of 1, 2.");
        assertThat(mapped.problems().get(0).told())
                .isEqualTo("Column `Sex` holds `Qq7`, which is not in the crosswalk `sex`; expected one of 1, 2.");
        assertThat(CodeSet.about(mapped.problems().get(0), "sex")).isTrue();
        assertThat(CodeSet.about(mapped.problems().get(0), "exit")).isFalse();
    }

    @Test
    void translatesTypedFieldsByTheirText() {
        String body = """
            source: {format: csv, fields: {id: {column: Id, type: string}, sex: {column: Sex, type: integer}}}
            codes: {sex: {use: hub/sex, crosswalk: numbers, other: hold_row}}
            write: [{to: client_record, key: id, set: {sex: {from: sex, codes: sex}}}]
            """;
        assertThat(value(map(body, "Id", "a", "Sex", "02"), 0, "sex")).isEqualTo("M");
        assertThat(codes(map(body, "Id", "a", "Sex", "x"))).containsExactly("FIELD_TYPE hold_row");
    }
}
