package org.throughline.format.fixedwidth;

import static org.assertj.core.api.Assertions.fail;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.throughline.format.ByteSource;
import org.throughline.format.KindSurvey;
import org.throughline.testing.FuzzTurn;

/** Any bytes end in records or named problems. The kept inputs stand in the resources; the build runs these alone. */
final class FixedWidthFuzzTest {
    private static final List<FixedWidthDialect> DIALECTS = List.of(
            FixedWidthDialect.lines(),
            new FixedWidthDialect(List.of(), OptionalInt.empty(), true),
            new FixedWidthDialect(List.of(), OptionalInt.of(30), false));
    private static final List<Way> WAYS = DIALECTS.stream()
            .flatMap(dialect -> Stream.of(new Way(dialect, false), new Way(dialect, true)))
            .toList();

    private record Way(FixedWidthDialect dialect, boolean kinds) {}

    private static final FixedLayout LAYOUT = FixedWidthCase.layout(
            List.of("name 3 6", "born 9 8 whole", "amount 17 7 2 overpunch", "change 24 5 0 leading", "flag 30 1"));
    private static final ControlRecord HEADER = new ControlRecord(
            "HEADER",
            List.of(new ControlField(FixedField.text("year", 7, 4), List.of(), Optional.empty())),
            List.of(),
            List.of(),
            10);
    private static final ControlRecord TRAILER = new ControlRecord(
            "TRAILER",
            List.of(),
            List.of(new ControlCount(FixedField.text("count", 8, 4), List.of("T1"))),
            List.of(new ControlTotal(
                    FixedField.text("total", 12, 9), "T1", LAYOUT.fields().get(2))),
            20);

    @FuzzTest
    void endsWithRecordsOrANamedProblem(byte[] input) throws IOException {
        ByteSource source = ByteSource.of(FuzzTurn.beginning(input));
        for (Way way : FuzzTurn.of(input, WAYS)) {
            if (way.kinds()) {
                kinds(input, way.dialect());
            } else {
                records(source, way.dialect());
            }
        }
    }

    private static void records(ByteSource source, FixedWidthDialect dialect) throws IOException {
        Outcome outcome = Outcome.of(source, dialect, LAYOUT);
        if (!outcome.records().stream().allMatch(record -> record.size() == 5)) {
            fail("A record has more or fewer cells than the layout.");
        }
    }

    private static void kinds(byte[] input, FixedWidthDialect dialect) throws IOException {
        ByteSource source = ByteSource.of(FuzzTurn.beginning(input));
        RecordTypes types = new RecordTypes(1, 2, List.of("T1", "HEADER", "TRAILER"));
        FixedWidthKinds kinds =
                new FixedWidthKinds(dialect, types, Optional.of(HEADER), Optional.of(TRAILER), Set.of("TRAILER"));
        KindSurvey survey = kinds.survey(source);
        for (String kind : FuzzTurn.byLength(input, List.copyOf(survey.records().keySet()))) {
            long read = kind.equals("T1")
                    ? Outcome.of(kinds.format(kind, LAYOUT).open(source, kind))
                            .readings()
                            .size()
                    : Outcome.of(kinds.whole(source, kind)).readings().size();
            if (read != survey.records().get(kind)) {
                fail(
                        "%s: %d read, the survey counted %d.",
                        kind, read, survey.records().get(kind));
            }
        }
    }
}
