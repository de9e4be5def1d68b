package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.linkage.Known;
import org.throughline.measure.Measure;
import org.throughline.release.MeasuredClients;
import org.throughline.testing.TestDatabase;

/** Measures, linkage and outcome files read the canonical fields that they say they read: no other one, and each of these. */
final class DeclaredReadsIT {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private static final Consumer<Database> MEASURES = database -> new JooqMeasureRecords(database).snapshot();

    @Test
    void measuresReadWhatTheyDeclare() throws SQLException {
        assertReadsExactly(measures(), MEASURES);
    }

    @Test
    void linkageReadsWhatItDeclares() throws SQLException {
        assertReadsExactly(Known.READS.all(), database -> new JooqClientIndex(database).known());
    }

    @Test
    void outcomeFilesReadWhatTheyDeclare() throws SQLException {
        assertReadsExactly(
                MeasuredClients.READS.all(),
                database -> database.read(jooq -> new MeasuredClientsQuery(jooq).latest("nobody")));
    }

    @Test
    void seesAPlantedFieldThatIsReadAndNotDeclared() throws SQLException {
        Consumer<Database> planted = MEASURES.andThen(
                database -> database.read(jooq -> jooq.fetch("select relationship_to_head from canonical.enrollment")));
        try (var probe = ColumnProbe.of(DATABASE, measures())) {
            assertThat(probe.isEnough(MEASURES)).isTrue();
            assertThat(probe.isEnough(planted)).isFalse();
        }
    }

    private static Set<String> measures() {
        Set<String> fields = new TreeSet<>();
        for (var measure : Measure.values()) {
            fields.addAll(measure.reads().all());
        }
        return fields;
    }

    private static void assertReadsExactly(Set<String> declared, Consumer<Database> reading) throws SQLException {
        try (var probe = ColumnProbe.of(DATABASE, declared)) {
            probe.run("insert into measure.run (as_of, finished_at) values (now(), now())");
            assertThat(probe.isEnough(reading))
                    .as("the declared fields suffice")
                    .isTrue();
            for (var field : declared) {
                assertThat(probe.isEnoughWithout(field, reading))
                        .as("%s is declared and not read", field)
                        .isFalse();
            }
        }
    }
}
