package org.throughline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.Receipt;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.PublicData;
import org.throughline.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files that a sender gets back: the receipt, and the original with three more columns. */
final class ReceiptFilesIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SENT = "\ufeffNumber,First,Last,Born,SSN,Sex,Note\r\n"
            + "P-1,Hazel,Feldspar,1980-02-29,,F,\"two\r\nlines\"\r\n"
            + "P-2,\"Sage, \"\"S\"\"\",Gneiss,2099-01-01,,F,\r\n"
            + "P-3,Rue,,1990-01-01,,Q,\n"
            + ",Ash,Schist,1990-01-01,,F,\r\n"
            + "P-5,Fern,Marble,1990-01-01,,F";

    @TempDir
    Path home;

    @Test
    void tellsThePlacesAsSpreadsheetShowsThem() {
        JsonNode receipt = json(sendPlain());

        assertThat(receipt.propertyNames())
                .containsExactly(
                        "submission",
                        "feed",
                        "file",
                        "sha256",
                        "received_at",
                        "status",
                        "records",
                        "closed",
                        "members",
                        "problems");
        assertThat(receipt.get("records").toString())
                .isEqualTo("{\"read\":5,\"accepted\":1,\"unchanged\":0,\"held\":2,\"rejected\":2,\"waiting\":0}");
        assertThat(places(receipt, "born-late")).containsExactly("row 3, line 4, Born");
        assertThat(places(receipt, "FIELD_MISSING")).containsExactly("row 4, line 5, Last");
        assertThat(places(receipt, "CODE_NOT_IN_CROSSWALK")).containsExactly("row 4, line 5, Sex");
        assertThat(places(receipt, "KEY_MISSING")).containsExactly("row 5, line 6, Number");
        assertThat(places(receipt, "FIELD_COUNT")).singleElement().asString().startsWith("row 6, line 7");
    }

    @Test
    void tellsNoCellInTheReceipt() {
        String receipt = json(sendPlain()).toString();

        assertThat(receipt).doesNotContain("2099", "Gneiss", "Sage", "Schist", "Fern");
    }

    @Test
    void givesThePlainFileBackWithThreeColumns() {
        List<Path> files = sendPlain();

        String annotated = text(files.get(1));

        assertThat(files.get(1).getFileName().toString()).endsWith("-annotated-people_1.csv");
        assertThat(annotated)
                .startsWith("\ufeffNumber,First,Last,Born,SSN,Sex,Note,hub_status,hub_problem,hub_guidance\r\n");
        assertThat(annotated).contains("P-1,Hazel,Feldspar,1980-02-29,,F,\"two\r\nlines\",accepted,,\r\n");
        assertThat(annotated)
                .contains("P-2,\"Sage, \"\"S\"\"\",Gneiss,2099-01-01,,F,,held,"
                        + "Born 2099-01-01 is after the day the file was received.,Correct the birth date.\r\n");
        assertThat(annotated)
                .contains("P-3,Rue,,1990-01-01,,Q,,held,")
                .contains("P-5,Fern,Marble,1990-01-01,,F,rejected,");
        assertThat(withoutAddedColumns(annotated)).isEqualTo(SENT);
    }

    @Test
    void givesEveryMemberOfBundleBack() throws IOException {
        Path folder = PublicData.at("hmis/importer_edge_fy2026/loader_errors/source");
        IntakeScene scene = new IntakeScene(POSTGRES, home);
        Receipt receipt = scene.run(
                Beliefs.ofNewSender(scene, "bundle", "hud-hmis-2026").feed(), scene.zip(folder, "bundle.zip", 1));

        List<Path> files = scene.outbox().write(receipt);

        assertThat(files).hasSize(2);
        try (ZipFile zip = new ZipFile(files.get(1).toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .containsExactlyInAnyOrder("Client.csv", "Event.csv", "Exit.csv", "Export.csv", "Project.csv");
            List<String> sent = lines(Files.readAllBytes(folder.resolve("Client.csv")));
            List<String> back =
                    lines(zip.getInputStream(zip.getEntry("Client.csv")).readAllBytes());
            assertThat(back).hasSameSizeAs(sent);
            for (int i = 0; i < sent.size(); i++) {
                assertThat(back.get(i)).startsWith(sent.get(i));
            }
            assertThat(back.get(0)).endsWith(",hub_status,hub_problem,hub_guidance");
            assertThat(back.stream().filter(line -> line.contains(",rejected,")))
                    .hasSize(3);
            assertThat(back.get(6)).contains(",rejected,\"The record has 39 fields, the header has 38");
        }
    }

    @Test
    void leavesDuplicateWithReceiptOnly() {
        IntakeScene scene = probe("twice");
        Path file = write("people 1.csv", SENT);
        scene.run("twice/hmis", file);

        assertThat(scene.outbox().write(scene.run("twice/hmis", file))).hasSize(1);
    }

    private List<Path> sendPlain() {
        String sender = "plain-" + System.identityHashCode(this);
        IntakeScene scene = probe(sender);
        return scene.outbox().write(scene.run(sender + "/hmis", write("people 1.csv", SENT)));
    }

    private IntakeScene probe(String sender) {
        IntakeScene scene =
                new IntakeScene(POSTGRES, home, Path.of("src", "test", "resources", "acceptance", "mappings"));
        Beliefs.ofNewSender(scene, sender, "probe/people");
        return scene;
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(home.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(List<Path> files) {
        return JSON.readTree(files.get(0));
    }

    private static List<String> places(JsonNode receipt, String code) {
        List<String> places = new ArrayList<>();
        for (JsonNode problem : receipt.get("problems")) {
            if (problem.get("code").asString().equals(code)) {
                problem.get("places")
                        .forEach(place -> places.add("row " + place.get("row") + ", line " + place.get("line") + ", "
                                + place.path("column").asString()));
            }
        }
        return places;
    }

    private static String withoutAddedColumns(String annotated) {
        return annotated.replaceAll(
                ",(hub_status,hub_problem,hub_guidance|(accepted|held|rejected),(\"[^\"]*\"|[^,\r\n"
                        + "]*),(\"[^\"]*\"|[^,\r\n"
                        + "]*))(?=\r"
                        + "?\n"
                        + "|$)",
                "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }
}
