package org.throughline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.mapping.MappingFolder;
import org.throughline.mapping.MappingSample;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.TestDatabase;

/** A file check says of every record what the hub then makes of it, where the hub knows nothing of the sender yet. */
final class FileCheckAgreesIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final String HEADER = "Number,First,Last,Born,SSN,Sex,Note\n";

    @TempDir
    static Path home;

    private static IntakeScene scene;

    @BeforeAll
    static void openHub() {
        scene = new IntakeScene(POSTGRES, home, Path.of("src", "test", "resources", "acceptance", "mappings"));
    }

    @Test
    void agreesAboutTheSampleOfEveryMapping() throws IOException {
        Map<String, List<String>> differences = new TreeMap<>();
        MappingFolder mappings = MappingFolder.of(Path.of("mappings"));
        int tried = 0;
        for (String id : mappings.ids()) {
            if (mappings.sample(id).isPresent()) {
                Agreement agreement = new Agreement(scene, id);
                for (Path file : files(mappings.sample(id).get())) {
                    tried++;
                    List<String> found = agreement.differences(file);
                    if (!found.isEmpty()) {
                        differences.put(id + " " + file.getFileName(), found);
                    }
                }
            }
        }

        assertThat(differences).isEmpty();
        assertThat(tried).isGreaterThan(50);
    }

    @Test
    void agreesAboutRowsThatRepeatOrContradictEachOther() throws IOException {
        String rows = "B-1,Hazel,Feldspar,1980-02-29,,F,\n"
                + "B-1,Hazel,Feldspar,1980-02-29,,F,\n"
                + "B-2,Sage,Gneiss,1980-02-29,,F,\n"
                + "B-2,Sage,Gneiss,1981-02-28,,F,\n"
                + ",Rue,Gneiss,,,F,\n"
                + "B-4,Rue,Gn\0eiss,,,F,\n";

        assertThat(people("twice.csv", HEADER + rows)).isEmpty();
    }

    @Test
    void agreesAboutFilesThatNobodyCanRead() throws IOException {
        String row = "B-1,Hazel,Sage,Feldspar,1980-02-29,,F,\n";

        assertThat(people("header.csv", "Number,First,First,Last,Born,SSN,Sex,Note\n" + row))
                .isEmpty();
        assertThat(people("nothing.csv", "")).isEmpty();
        assertThat(people("open.csv", HEADER + "B-1,\"Hazel,Feldspar\n")).isEmpty();
        assertThat(people("short.csv", HEADER + "B-1,Hazel\nB-2,Sage,Gneiss,1980-02-29,,F,\n"))
                .isEmpty();
        assertThat(people("new.csv", HEADER.replace("Note", "Note,More") + row)).isEmpty();
    }

    @Test
    void agreesAboutAnArchiveWithoutParentsOrWithStrangers() {
        SentMembers sent = SentMembers.of(Path.of("mappings/standards/samples/hud-hmis-2026"));
        Agreement agreement = new Agreement(scene, "hud-hmis-2026");

        assertThat(agreement.differences(
                        sent.with("Client.csv", header(sent, "Client.csv")).zip(home.resolve("orphans.zip"))))
                .isEmpty();
        assertThat(agreement.differences(
                        sent.without("Client.csv").with("Odd.csv", "A\n1\n").zip(home.resolve("odd.zip"))))
                .isEmpty();
    }

    private static String header(SentMembers sent, String member) {
        return String.join(",", sent.table(member).get(0)) + "\r\n";
    }

    @Test
    void seesAPlantedDifference() throws IOException {
        Path taken = Files.writeString(home.resolve("planted.csv"), HEADER + "B-1,Sage,Gneiss,1980-02-29,,F,\n");
        Path tried = Files.writeString(home.resolve("other.csv"), HEADER + "B-1,Sage,Gneiss,yesterday,,F,\n");

        assertThat(new Agreement(scene, "probe/people").differences(taken, tried))
                .anySatisfy(difference -> assertThat(difference).startsWith("counts: "))
                .anySatisfy(difference -> assertThat(difference).contains("FIELD_TYPE"));
    }

    private static List<String> people(String name, String text) throws IOException {
        return new Agreement(scene, "probe/people").differences(Files.writeString(home.resolve(name), text));
    }

    /** The sample under its real name, and once more with rows that stand twice and that contradict each other. */
    private static List<Path> files(MappingSample sample) throws IOException {
        String name = name(sample);
        if (Files.isDirectory(sample.content())) {
            return List.of(scene.zip(sample.content(), name, 1));
        }
        Path folder =
                Files.createDirectories(home.resolve("of-" + sample.content().getFileName()));
        byte[] bytes = Files.readAllBytes(sample.content());
        List<Path> files = new ArrayList<>(List.of(Files.write(folder.resolve(name), bytes)));
        if (name.endsWith(".csv")) {
            Path twice = Files.createDirectories(folder.resolve("twice")).resolve(name);
            files.add(Files.write(
                    twice,
                    twice(new String(bytes, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1)));
        }
        return files;
    }

    private static String twice(String text) {
        List<String> lines = text.lines().toList();
        String contrary = lines.get(1).replaceFirst("20(\\d\\d)", "19$1");
        return String.join(
                "\r\n",
                Stream.concat(lines.stream(), Stream.of(lines.get(lines.size() - 1), contrary, ""))
                        .toList());
    }

    private static String name(MappingSample sample) throws IOException {
        String own = sample.content().getFileName().toString();
        List<String> facts = Files.isRegularFile(sample.facts()) ? Files.readAllLines(sample.facts()) : List.of();
        return facts.stream()
                .filter(line -> line.startsWith("file.name: "))
                .map(line -> line.substring("file.name: ".length()).strip())
                .findFirst()
                .orElse(Files.isDirectory(sample.content()) ? own + ".zip" : own);
    }
}
