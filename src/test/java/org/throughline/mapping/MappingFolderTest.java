package org.throughline.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingFolderTest {

    @TempDir
    Path home;

    @TempDir
    Path installation;

    @BeforeEach
    void write() throws IOException {
        file(installation, "standards/plain.yaml", "codes: {sex: {use: hub/sex}}");
        file(
                installation,
                "standards/zipped/feed.yaml",
                "bundle: {members: [A.csv, {file: B.csv, mapping: standards/plain.yaml}]}");
        file(installation, "standards/zipped/A.yaml", "extends: standards/bases/A.yaml");
        file(installation, "standards/bases/A.yaml", "source: {}");
        file(installation, "standards/samples/plain.sample.txt", "");
        file(installation, "codes/hub/sex.yaml", "list: hub/sex");
        file(home, "harborlight/weekly.yaml", "codes: {sex: {use: hub/sex}}");
        file(home, "harborlight/partner.yaml", "organization: x");
        file(home, "harborlight/samples/weekly.sample.csv", "");
        file(home, "agreements/one.yaml", "x: y");
        file(home, "policy/one.yaml", "x: y");
    }

    private static void file(Path root, String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private MappingFolder folder() {
        return MappingFolder.of(home, installation, home.resolve("nowhere"));
    }

    @Test
    void listsFeedsAndStandardsOnly() {
        assertThat(folder().ids()).containsExactly("harborlight/weekly", "plain", "zipped");
    }

    @Test
    void findsEverythingAMappingRefersTo() {
        MappingSource zipped = folder().find("zipped").orElseThrow();

        assertThat(zipped.root()).isEqualTo("standards/zipped/feed.yaml");
        assertThat(zipped.files())
                .containsOnlyKeys(
                        "standards/zipped/feed.yaml",
                        "standards/zipped/A.yaml",
                        "standards/bases/A.yaml",
                        "standards/plain.yaml",
                        "codes/hub/sex.yaml");
    }

    @Test
    void letsTheFirstFolderWinFileByFile() throws IOException {
        assertThat(folder().find("harborlight/weekly").orElseThrow().files())
                .containsEntry("codes/hub/sex.yaml", "list: hub/sex");
        file(home, "codes/hub/sex.yaml", "list: mine");
        assertThat(folder().find("harborlight/weekly").orElseThrow().files())
                .containsEntry("codes/hub/sex.yaml", "list: mine");
    }

    @Test
    void neverLeavesItsFolders() throws IOException {
        file(home.getParent(), home.getFileName() + "-secret.yaml", "x: y");
        file(
                home,
                "harborlight/sly.yaml",
                "extends: ../" + home.getFileName() + "-secret.yaml\ncodes: {a: {use: ../../etc}}");

        assertThat(folder().find("harborlight/sly").orElseThrow().files()).containsOnlyKeys("harborlight/sly.yaml");
        assertThat(folder().find("../" + home.getFileName() + "-secret")).isEmpty();
        assertThat(folder().find("/etc/passwd")).isEmpty();
        assertThat(folder().find("")).isEmpty();
        assertThat(folder().find("no/such")).isEmpty();
    }

    @Test
    void findsSamples() {
        assertThat(folder().sample("harborlight/weekly"))
                .hasValueSatisfying(sample -> assertThat(sample.expected())
                        .isEqualTo(home.resolve("harborlight/samples/weekly.expected.json")));
        assertThat(folder().sample("plain")).isPresent();
        assertThat(folder().sample("zipped")).isEmpty();
    }
}
