package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.cli.Cli;
import org.throughline.testing.PublicData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a provider or an author learns of a file without a hub: no database is made, no account asked for. */
final class FileTrialTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-06T12:00:00Z"), ZoneOffset.UTC);
    private static final Path MAPPINGS = Path.of("src", "test", "resources", "acceptance", "mappings");
    private static final String HEADER = "Number,First,Last,Born,SSN,Sex,Note\n";
    private static final String CLEAN = HEADER + "A-1,Hazel,Feldspar,1980-02-29,,F,\n";
    private static final String MIXED = CLEAN + "A-2,Sage,Gneiss,yesterday,,F,<b>&'\nA-2,Sage,Gneiss,1980-02-29,,Q,\n";

    @TempDir
    Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Hub hub;

    @BeforeEach
    void open() {
        hub = new Hub(Map.of("THROUGHLINE_HOME", home.resolve("home").toString()), Path.of("."), CLOCK, "test");
    }

    @AfterEach
    void asksForNoDatabase() {
        hub.close();
        assertThat(home.resolve("home").resolve("postgres")).doesNotExist();
    }

    @Test
    void saysThatACleanFileWouldBeLoaded() throws IOException {
        assertThat(check(file("people.csv", CLEAN))).as(err()).isZero();
        assertThat(out()).isEqualTo("""
            If people.csv were sent now under probe/people, it would be loaded. Nothing was sent or stored.
            1 record: 1 accepted, 0 unchanged, 0 held, 0 rejected, 0 waiting.
            Which records the hub knows already is not known here: of the 1 accepted, those become unchanged.
            """);
    }

    @Test
    void answersInOneJsonDocumentWithoutAValue() throws IOException {
        assertThat(check(file("people.csv", MIXED), "--json")).isEqualTo(3);
        JsonNode answer = json();

        assertThat(answer.propertyNames())
                .containsExactly(
                        "mapping", "file", "status", "clean", "records", "members", "problems", "unknown", "written");
        assertThat(answer.get("records").get("held").asInt()).isEqualTo(2);
        assertThat(answer.get("problems").findValuesAsString("code"))
                .containsExactly("FIELD_TYPE", "CODE_NOT_IN_CROSSWALK");
        assertThat(out()).doesNotContain("yesterday", "Gneiss");
    }

    @Test
    void writesAPageInPlainWordsAndTheAnnotatedFile() throws IOException {
        Path page = home.resolve("page.html");
        Path copy = home.resolve("copy.csv");

        assertThat(check(
                        file("people.csv", MIXED.replace("yesterday", "<i>")),
                        "--html",
                        page.toString(),
                        "--annotated",
                        copy.toString()))
                .isEqualTo(3);

        assertThat(page)
                .content()
                .contains(
                        "<th>Error</th><th>Rows</th><th>Guidance</th>",
                        "people.csv row 3: Column `Born` holds `&lt;i&gt;`")
                .doesNotContain("<i>", "<script", "http:", "https:", "src=");
        assertThat(copy)
                .content()
                .startsWith("Number,First,Last,Born,SSN,Sex,Note,hub_status,hub_problem,hub_guidance");
        assertThat(Files.readAllLines(copy).get(2)).contains("held,Column `Born` holds `<i>`");
    }

    @Test
    void takesTheMappingsFromAZip() throws IOException {
        Path zip = home.resolve("package.zip");
        try (OutputStream bytes = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(bytes)) {
            put(entries, "mappings/probe/people.yaml", Files.readString(MAPPINGS.resolve("probe/people.yaml")));
            put(entries, "mappings/codes/hub/sex.yaml", Files.readString(Path.of("mappings/codes/hub/sex.yaml")));
            put(entries, "mappings/shore/partner.yaml", "feeds:\n  - {feed: clients, mapping: probe/people}\n");
        }
        String[] words = {"file", "check", file("people.csv", CLEAN), "--mappings", zip.toString(), "--feed"};

        assertThat(run(words, "shore/clients")).as(err()).isZero();
        assertThat(run(words, "shore/client")).isEqualTo(4);
        assertThat(err()).startsWith("There is no feed or mapping shore/client.");
        assertThat(run(words, "hud-hmis-2026"))
                .as("what is installed is no part of the package")
                .isEqualTo(4);
    }

    @Test
    void checksAFileWithNothingButThePackageThatTheAgencyExported() throws IOException {
        install();
        Path zip = home.resolve("people.zip");
        assertThat(run(words("mapping", "export", "probe/people", "--package", "--out", zip.toString())))
                .as(err())
                .isZero();
        hub.close();
        String file = Files.writeString(home.resolve("people.csv"), MIXED).toString();
        Path empty = home.resolve("providers-machine");
        hub = new Hub(Map.of("THROUGHLINE_HOME", empty.toString()), home.resolve("nothing"), CLOCK, "test");

        assertThat(run(words("file", "check", file, "--feed", "probe/people", "--mappings", zip.toString())))
                .as(err())
                .isEqualTo(3);
        assertThat(out())
                .contains("3 records: 1 accepted, 0 unchanged, 2 held")
                .contains("FIELD_TYPE, 1 row", "CODE_NOT_IN_CROSSWALK, 1 row");
        assertThat(empty.resolve("postgres")).doesNotExist();
    }

    @Test
    void refusesToReplaceTheFileItself() throws IOException {
        String file = file("people.csv", CLEAN);

        assertThat(check(file, "--annotated", file)).isEqualTo(2);
        assertThat(err()).isEqualTo("The result would replace the file itself. Name another file.\n");
        assertThat(Path.of(file)).content().isEqualTo(CLEAN);
    }

    @Test
    void saysWhatOnlyTheHubKnows() throws IOException {
        String register = "participant_id,family_name,given_name,middle_initial,date_of_birth,gender,ssn_last4,"
                + "home_address,postal_code,enrolled_on,closed_on,closing_status,parenting_score,scored_on,worker,site,"
                + "modified_at\nBW10100,Schist,Linden,B,2018-12-17,male,3886,,02914,2026-04-30,,,,,w1,South,"
                + "2026-07-30T02:19:00\n";
        String file = file("bridgeway_participants_2026-10-06.csv", register);

        run(new String[] {"file", "check", file, "--feed"}, "bridgeway/participants");

        assertThat(out())
                .contains(
                        "What this file leaves out is not known here: it is a snapshot",
                        "More than 3 records or 5 % of a kind",
                        "name the number with --last-rows.");
    }

    @Test
    void showsShapesWhereValuesMayNotBeSeen() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 1; i <= 9; i++) {
            rows.append("A-").append(i).append(",Hazel,Feldspar,1980-02-29,123-45-6789,");
            rows.append(i < 6 ? "Z" : i == 6 ? "Quartz" : "F").append(",Olive\n");
        }

        assertThat(preview(rows.toString())).isEqualTo(3);

        assertThat(out())
                .contains("First=Aaaaa", "birth_date=9999-99-99", "Sex: filled 9; values F 3; shapes A 5, Aaaaaa 1")
                .contains("sex (hold_row): Z, 5 records in column Sex", "sex (hold_row): Aaaaaa (shape), 1 record")
                .doesNotContain("Hazel", "Feldspar", "1980", "6789", "Quartz", "Olive", "A-1");
        assertThat(preview(rows.toString(), "--show-values")).isEqualTo(3);
        assertThat(out()).contains("First=Hazel", "holds `Z`", "Last: personal, filled 9; shapes Aaaaaaaa 9");
    }

    @Test
    void comparesTwoFilesByKey() throws IOException {
        String one = file("one.csv", CLEAN + "A-2,Sage,Gneiss,1980-02-29,,F,\nA-3,Rue,Gneiss,,,F,\n");
        String two = file("two.csv", CLEAN + "A-2,Sage,Gneiss,1980-02-28,,,Note\nA-4,Rue,Gneiss,,,F,\n");

        assertThat(run(words("mapping", "diff", "probe/people", one, "--with", "probe/people"), two))
                .as(err())
                .isZero();

        assertThat(out()).contains("""
            client_record: 1 the same, 1 differ, 1 in the first only, 1 in the second only
              client_record: 1 new, 1 gone; one.csv row 4, two.csv row 4
              client_record.birth_date: 1 other; two.csv row 3
              client_record.middle_name: 1 filled; two.csv row 3
              client_record.sex: 1 other; two.csv row 3
            """);
        assertThat(out()).doesNotContain("Sage", "1980");
    }

    @Test
    void findsWhatTheStandardChangedBetweenTwoExportsOfTheSamePeople() throws IOException {
        Path exports = PublicData.at("hmis/datalab_fy2024_to_fy2026");
        String earlier = zip(exports.resolve("in_fy2024_v1.3"), "2024.zip");
        String later = zip(exports.resolve("out_fy2026_v1.0"), "2026.zip");

        assertThat(run(words("mapping", "diff", "hud-hmis-2024", earlier, "--json", "--with", "hud-hmis-2026"), later))
                .as(err())
                .isZero();

        JsonNode fields = json().get("fields");
        assertThat(fields).hasSize(1);
        assertThat(fields.get(0).get("field").asString()).isEqualTo("gender");
        assertThat(fields.get(0).get("cleared").asInt()).isEqualTo(514);
        assertThat(json().get("entities").findValuesAsString("only_first")).containsOnly("0");
    }

    private int check(String file, String... more) throws IOException {
        return run(words("file", "check", file, "--feed", "probe/people", "--mappings", mappings()), more);
    }

    private int preview(String text, String... more) throws IOException {
        String file = file("people.csv", text);
        return run(words("mapping", "preview", "probe/people", file, "--rows", "2", "--mappings", mappings()), more);
    }

    /** The project's mappings, with those for tests among them. */
    private String mappings() throws IOException {
        install();
        return home.resolve("home").resolve("mappings").toString();
    }

    private void install() throws IOException {
        copy(MAPPINGS.resolve("probe/people.yaml"), "probe/people.yaml");
        copy(Path.of("mappings/codes/hub/sex.yaml"), "codes/hub/sex.yaml");
    }

    private void copy(Path from, String name) throws IOException {
        Path target = home.resolve("home").resolve("mappings").resolve(name);
        Files.createDirectories(target.getParent());
        Files.write(target, Files.readAllBytes(from));
    }

    private static String[] words(String... words) {
        return words;
    }

    private int run(String[] words, String... more) {
        out.reset();
        err.reset();
        String[] all = Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray(String[]::new);
        return new Cli(hub, new PrintStream(out, true), new PrintStream(err, true)).run(all);
    }

    private String file(String name, String text) throws IOException {
        install();
        return Files.writeString(home.resolve(name), text).toString();
    }

    private String zip(Path folder, String name) throws IOException {
        Path zip = home.resolve(name);
        try (OutputStream bytes = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(bytes);
                var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                put(entries, file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return zip.toString();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.ISO_8859_1));
        zip.closeEntry();
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() {
        return JsonMapper.builder().build().readTree(out());
    }
}
