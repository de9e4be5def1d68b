package org.throughline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.Counts;
import org.throughline.intake.Receipt;
import org.throughline.intake.SubmissionStatus;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.PublicData;
import org.throughline.testing.TestDatabase;

/** The ready-made mappings over files that other people wrote. The figures were counted with other tools. */
final class PublicStandardsIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    @TempDir
    Path home;

    private IntakeScene scene;

    @BeforeEach
    void open() {
        scene = new IntakeScene(POSTGRES, home);
    }

    @Test
    void loadsEncountersBeforeTheirPatientsAreKnown() {
        Path hospital = PublicData.at("hospital_synthea");
        Beliefs beliefs = sender("synthea", "encounters-csv");

        Receipt encounters = run(beliefs, "encounters-csv", hospital.resolve("encounters.csv"));
        assertThat(encounters.records()).isEqualTo(new Counts(604, 0, 0, 0, 0));
        assertThat(beliefs.current("client_record")).isEqualTo(27);
        assertThat(count("select count(*) from canonical.client_record where sender = 'synthea' and sex is null"))
                .isEqualTo(27);

        Receipt patients = run(beliefs, "patients-csv", hospital.resolve("patients.csv"));
        assertThat(patients.records()).isEqualTo(new Counts(27, 0, 0, 0, 0));
        assertThat(beliefs.current("client_record")).isEqualTo(27);
        assertThat(tally("synthea", "client_record", "sex")).containsExactly("F 13", "M 14");
        assertThat(tally("synthea", "admin_event", "event_type"))
                .containsExactly(
                        "emergency_visit 17", "hospital_stay 11", "outpatient_visit 574", "urgent_care_visit 2");
    }

    @Test
    void loadsPlacementHistories() {
        Path returns = PublicData.at("child_welfare/uk_ssda903");
        Beliefs beliefs = sender("ssda", "ssda903-children");

        assertThat(run(beliefs, "ssda903-children", returns.resolve("header.csv"))
                        .records())
                .isEqualTo(new Counts(2675, 0, 0, 0, 0));
        assertThat(run(beliefs, "ssda903-episodes", returns.resolve("episodes.csv"))
                        .records())
                .isEqualTo(new Counts(5050, 0, 0, 0, 0));
        assertThat(beliefs.current("client_record")).isEqualTo(2675);
        assertThat(tally("ssda", "client_record", "sex")).containsExactly("F 1342", "M 1333");
        assertThat(count("select count(*) from canonical.placement where sender = 'ssda' and end_date is null"))
                .isEqualTo(1413);
        assertThat(count("select count(*) from canonical.placement where sender = 'ssda' and removal_date is not null"))
                .isEqualTo(381);
        assertThat(count("select count(*) from canonical.placement where sender = 'ssda' and setting ="
                        + " 'foster_family_relative'"))
                .isEqualTo(537);
    }

    @Test
    void holdsPlacementsOfAnotherCountryByTheirColumns() {
        Path episodes = PublicData.at("child_welfare/uk_ssda903/episodes.csv");

        Receipt receipt = run(sender("afcars", "afcars-placements"), "afcars-placements", episodes);

        assertThat(receipt.status()).isEqualTo(SubmissionStatus.HELD);
        assertThat(receipt.problems())
                .anySatisfy(problem -> assertThat(problem.code()).isEqualTo("COLUMN_MISSING"));
    }

    @Test
    void loadsTheFederalTestCase() {
        Path file = PublicData.at("child_welfare/afcars_2020/Test_Cases_Revised_v5_Person_01_Multi-Removals_OOH.xml");
        Beliefs beliefs = sender("ooh", "afcars-2020-xml");

        assertThat(run(beliefs, "afcars-2020-xml", file).records()).isEqualTo(new Counts(1, 0, 0, 0, 0));
        assertThat(scene.rows("select client_key, removal_date, start_date, setting, agency from canonical.placement"
                        + " where recorded_to is null and sender = 'ooh'"))
                .containsExactly(
                        List.of("TEST00000001", "2022-04-14", "2022-04-14", "foster_family_relative", "53999"));
        assertThat(beliefs.value("client_record", "TEST00000001", "birth_date")).hasToString("2015-09-09");
    }

    @Test
    void loadsDirectoriesOfEveryVersion() {
        assertThat(directory("hsds3", "openreferral_hsds_3.x/csv")).isEqualTo("1 organizations, 1 programs");
        assertThat(directory("hsds1all", "openreferral_hsds_1.1/all_resources"))
                .isEqualTo("10 organizations, 1 programs");
        assertThat(directory("hsds1", "openreferral_hsds_1.1/simple")).isEqualTo("10 organizations, 0 programs");
    }

    @Test
    void loadsPagesOfADirectory() {
        Path page = PublicData.at("directories_contracts/openreferral_hsds_3.x/organization_list.json");
        Beliefs beliefs = sender("pages", "hsds-organizations-json");

        assertThat(run(beliefs, "hsds-organizations-json", page).records()).isEqualTo(new Counts(1, 0, 0, 0, 0));
        assertThat(beliefs.current("organization")).isEqualTo(1);
    }

    @Test
    void loadsPublishedContracts() {
        Path contracts = PublicData.at("directories_contracts/ocds/1.1");
        Beliefs beliefs = sender("ocds", "ocds-contracts");

        assertThat(run(beliefs, "ocds-contracts", contracts.resolve("ocds-213czf-000-00001.json"))
                        .records())
                .isEqualTo(new Counts(1, 1, 0, 0, 0));
        assertThat(run(beliefs, "ocds-records", contracts.resolve("record/ocds-213czf-000-00001.json"))
                        .records())
                .isEqualTo(new Counts(0, 1, 0, 0, 0));
        assertThat(scene.rows(
                        "select ocid, buyer, supplier, status, amount, currency, start_date, end_date, signed_on from"
                                + " canonical.published_contract where recorded_to is null and sender = 'ocds'"))
                .containsExactly(List.of(
                        "ocds-213czf-000-00001",
                        "London Borough of Barnet",
                        "AnyCorp Cycle Provision",
                        "active",
                        "11000000.00",
                        "GBP",
                        "2010-07-01",
                        "2011-06-30",
                        "2010-06-10"));
    }

    private String directory(String sender, String folder) {
        Path files = PublicData.at("directories_contracts/" + folder);
        Beliefs beliefs = sender(sender, "hsds");
        Receipt receipt = scene.run(beliefs.feed(), scene.zip(files, sender + ".zip", 1));
        assertThat(receipt.status()).isEqualTo(SubmissionStatus.LOADED);
        return beliefs.current("organization") + " organizations, " + beliefs.current("program") + " programs";
    }

    private Beliefs sender(String sender, String mapping) {
        return Beliefs.ofNewSender(scene, sender, mapping);
    }

    /** Takes a file in as a feed of the sender that the mapping names. */
    private Receipt run(Beliefs beliefs, String mapping, Path file) {
        String sender = beliefs.feed().substring(0, beliefs.feed().indexOf('/'));
        scene.rows(
                "insert into intake.feed (sender, name, mapping) values (?, ?, ?) returning 1",
                sender,
                mapping,
                mapping);
        return scene.run(sender + "/" + mapping, file);
    }

    private List<String> tally(String sender, String entity, String field) {
        return scene
                .rows(
                        "select " + field + ", count(*) from canonical." + entity
                                + " where recorded_to is null and sender = ? group by 1 order by 1",
                        sender)
                .stream()
                .map(row -> String.join(" ", row))
                .toList();
    }

    private long count(String sql) {
        return Long.parseLong(String.valueOf(scene.value(sql)));
    }
}
