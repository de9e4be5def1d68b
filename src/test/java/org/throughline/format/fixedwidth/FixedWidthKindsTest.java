package org.throughline.format.fixedwidth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughline.format.ByteSource;
import org.throughline.format.KindSurvey;
import org.throughline.problem.Problem;

final class FixedWidthKindsTest {
    private static final FixedNumber CENTS = new FixedNumber(2, Sign.NONE);
    private static final FixedField AMOUNT = FixedField.number("amount", 3, 3, CENTS);
    private static final ControlRecord HEADER = new ControlRecord(
            "HEADER",
            List.of(
                    new ControlField(FixedField.text("year", 7, 4), List.of(), Optional.of(Pattern.compile("\\d{4}"))),
                    new ControlField(FixedField.text("section", 11, 1), List.of("A"), Optional.empty())),
            List.of(),
            List.of(),
            11);
    private static final ControlRecord TRAILER = new ControlRecord(
            "TRAILER",
            List.of(),
            List.of(new ControlCount(FixedField.text("count", 8, 3), List.of())),
            List.of(new ControlTotal(FixedField.number("amount", 11, 6, CENTS), "T1", AMOUNT)),
            16);
    private static final FixedWidthKinds KINDS = new FixedWidthKinds(
            FixedWidthDialect.lines(),
            new RecordTypes(1, 2, List.of("T1", "T2", "HEADER", "TRAILER")),
            Optional.of(HEADER),
            Optional.of(TRAILER),
            Set.of("HEADER", "TRAILER"));

    static Stream<FixedWidthCase> cases() {
        return FixedWidthCase.in("kinds.yaml").stream();
    }

    private static ByteSource bytes(String visible) {
        return ByteSource.of(visible.replace('␊', '\n').getBytes(UTF_8));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void surveysAsTheCaseSays(FixedWidthCase example) throws IOException {
        Map<String, Object> parts = example.parts();
        KindSurvey survey = KINDS.survey(bytes(parts.get("input").toString()));
        List<String> problems = survey.problems().stream().map(Outcome::told).toList();
        assertThat(problems).isEqualTo(parts.getOrDefault("problems", List.of()));
        if (parts.containsKey("counts")) {
            assertThat(survey.records()).hasToString(parts.get("counts").toString());
        }
        if (parts.containsKey("told")) {
            assertThat(survey.problems()).extracting(Problem::told).isEqualTo(parts.get("told"));
        }
    }

    @Test
    void readsEveryKindAsAMemberOfItsOwn() throws IOException {
        ByteSource file = bytes("HEADER2026A␊T1100␊T2x␊T1␊T1250␊TRAILER003000350␊");
        FixedLayout layout = new FixedLayout(List.of(AMOUNT));
        Outcome outcome = Outcome.of(KINDS.format("T1", layout).open(file, "T1"));
        assertThat(outcome.records()).containsExactly(List.of("1.00"), List.of("2.50"));
        assertThat(outcome.places()).containsExactly("1: line 2", "2: line 4", "3: line 5");
        assertThat(outcome.problems())
                .containsExactly(
                        "FIELD_COUNT reject line 4 column amount: The line has 2 characters, the layout has 5.");
    }

    @Test
    void keepsTheWholeTextOfAKindThatIsNotTaken() throws IOException {
        ByteSource file = bytes("M1 a␊T1100␊M1  b ␊no type␊");
        assertThat(Outcome.of(KINDS.whole(file, "M1")).records()).containsExactly(List.of("M1 a"), List.of("M1  b"));
        assertThat(Outcome.of(KINDS.whole(file, "(no type)")).records()).containsExactly(List.of("no type"));
    }

    @Test
    void takesTheLongestTypeThatFits() throws IOException {
        RecordTypes types = new RecordTypes(1, 1, List.of("T", "T1", "T10"));
        FixedWidthKinds kinds =
                new FixedWidthKinds(FixedWidthDialect.lines(), types, Optional.empty(), Optional.empty(), Set.of());
        assertThat(kinds.survey(bytes("T␊T1␊T10␊T100␊T2␊X␊")).records()).hasToString("{T=2, T1=1, T10=2, X=1}");
    }

    @Test
    void knowsATypeThatIsLongerThanTheLayoutOfAnother() throws IOException {
        RecordTypes types = new RecordTypes(1, 1, List.of("T", "TRAILER"));
        FixedWidthKinds kinds =
                new FixedWidthKinds(FixedWidthDialect.lines(), types, Optional.empty(), Optional.empty(), Set.of());
        FixedLayout layout = FixedWidthCase.layout(List.of("a 2 1"));

        assertThat(Outcome.of(kinds.format("T", layout).open(bytes("Tx␊TRAILER␊"), "T"))
                        .readings())
                .hasSize(1);
    }
}
