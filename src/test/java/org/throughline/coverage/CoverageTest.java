package org.throughline.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.throughline.mapping.MappingCompiler;
import org.throughline.mapping.MappingFolder;
import org.throughline.mapping.MappingSource;
import org.throughline.mapping.Outline;

class CoverageTest {
    private static final List<Outline> HARBORLIGHT = List.of(outline("harborlight/fps-participants"));

    private static Outline outline(String id) {
        return Outline.of(new MappingCompiler()
                .compile(MappingFolder.of(Path.of("mappings")).find(id).orElseThrow())
                .mapping()
                .orElseThrow());
    }

    /** Fills in numbers that are easy to follow. */
    private static final StoredRecords STORED = new StoredRecords() {
        @Override
        public List<Filled> filled() {
            return List.of(new Filled("harborlight", "client_record", 200, Map.of("last_name", 200L, "phone", 50L)));
        }

        @Override
        public List<Recent> recent(int each) {
            return List.of(
                    new Recent("harborlight", "harborlight/p", "harborlight/fps-participants", 2, 60, 54),
                    new Recent("harborlight", "harborlight/p", "harborlight/fps-participants", 1, 40, 40));
        }

        @Override
        public List<Troubled> troubled(int each) {
            return List.of(new Troubled("harborlight", "harborlight/fps-participants", "Phone", 5));
        }

        @Override
        public List<Look> looks(int each) {
            return List.of(
                    new Look(
                            "harborlight",
                            "harborlight/fps-participants",
                            "fps-participants",
                            2,
                            60,
                            Map.of("Phone", 6L)),
                    new Look(
                            "harborlight",
                            "harborlight/fps-participants",
                            "fps-participants",
                            1,
                            40,
                            Map.of("Phone", 30L)));
        }

        @Override
        public List<Used> used(Instant since) {
            return List.of(
                    new Used("linkage", "", 3, Instant.EPOCH),
                    new Used("outcome files", "harborlight", 2, Instant.EPOCH),
                    new Used("outcome files", "another", 9, Instant.EPOCH));
        }
    };

    @Test
    void tellsHowAFieldIsSupplied() {
        assertThat(supply("client_record.phone"))
                .isEqualTo(new Supply(
                        "harborlight",
                        "client_record.phone",
                        false,
                        List.of("harborlight/fps-participants"),
                        List.of("Phone"),
                        OptionalInt.of(25),
                        OptionalInt.of(95),
                        Map.of("harborlight/fps-participants", List.of(10, 75)),
                        List.of("linkage")));
        assertThat(supply("client_record.last_name").fill()).hasValue(100);
    }

    @Test
    void tellsOfAFieldThatIsNeededAndNotSupplied() {
        assertThat(supply("enrollment_exit.destination").mappings()).isEmpty();
        assertThat(new Coverage(HARBORLIGHT, STORED, Need.all()).gaps())
                .containsEntry("hl.return_ph_365d", Map.of("harborlight", List.of("enrollment_exit.destination")))
                .doesNotContainKey("linkage");
    }

    @Test
    void proposesColumnsThatNobodyUsedForRemoval() {
        Coverage coverage = new Coverage(HARBORLIGHT, STORED, Need.all());

        assertThat(coverage.unused())
                .extracting(UnusedColumn::column)
                .contains("ZIP")
                .doesNotContain("SSN", "Client #", "End Date");
        assertThat(coverage.unused().get(0).at()).startsWith("harborlight/fps-participants.yaml:");
    }

    @Test
    void keepsAColumnByWhoseDayACodeIsJudged() {
        String body = """
            mapping: harborlight/made-up
            title: Made up
            receive: {content: append}
            source:
              format: csv
              fields:
                id: {column: Id, type: string}
                sex: {column: Sex, type: string}
                asked: {column: Asked On, type: date}
                met: {column: Met On, type: date}
            codes: {sex: {use: hub/dated, on: asked, other: hold_row}}
            write: [{to: enrollment, key: id, set: {client_key: id, program_type: {from: sex, codes: sex}, entry_date: {value: 2026-01-01}, homeless_since: asked, engagement_date: met}}]
            """;
        String list = "list: hub/dated\ncodes: {one: {title: One, to: 2025-09-30}, two: Two}\n";
        Outline outline = Outline.of(new MappingCompiler()
                .compile(new MappingSource(
                        "harborlight/made-up",
                        "harborlight/made-up.yaml",
                        Map.of("harborlight/made-up.yaml", body, "codes/hub/dated.yaml", list)))
                .mapping()
                .orElseThrow());

        assertThat(new Coverage(List.of(outline), STORED, Need.all()).unused())
                .extracting(UnusedColumn::column)
                .containsExactly("Met On");
    }

    @Test
    void proposesMoreWhereNoNeedIsLeft() {
        assertThat(new Coverage(HARBORLIGHT, STORED, List.of()).unused())
                .extracting(UnusedColumn::column)
                .contains("SSN", "Last Name");
    }

    @Test
    void tellsWhatUsedAColumn() {
        List<UsedColumn> used = new Coverage(HARBORLIGHT, STORED, Need.all()).used(STORED.used(Instant.EPOCH));

        assertThat(used)
                .filteredOn(column -> column.column().equals("Phone"))
                .singleElement()
                .satisfies(column -> assertThat(column.by())
                        .containsExactly(new StoredRecords.Used("linkage", "", 3, Instant.EPOCH)));
        assertThat(used)
                .filteredOn(column -> column.column().equals("ZIP"))
                .singleElement()
                .satisfies(column -> assertThat(column.by()).isEmpty());
        assertThat(used)
                .flatExtracting(UsedColumn::by)
                .contains(new StoredRecords.Used("outcome files", "harborlight", 2, Instant.EPOCH))
                .doesNotContain(new StoredRecords.Used("outcome files", "another", 9, Instant.EPOCH));
    }

    private static Supply supply(String target) {
        return new Coverage(HARBORLIGHT, STORED, Need.all())
                .supplies().stream()
                        .filter(one -> one.target().equals(target))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void namesOnlyFieldsThatThereAre() {
        assertThat(Need.all()).allSatisfy(need -> {
            assertThat(need.reads().all()).allSatisfy(CoverageTest::isThere);
        });
    }

    private static void isThere(String target) {
        int dot = target.indexOf('.');
        assertThat(org.throughline.canonical.Entity.named(target.substring(0, dot))
                        .flatMap(entity -> entity.field(target.substring(dot + 1))))
                .as(target)
                .isPresent();
    }
}
