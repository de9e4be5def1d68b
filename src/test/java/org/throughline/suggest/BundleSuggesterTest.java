package org.throughline.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.format.zip.Bundle;
import org.throughline.format.zip.BundleWriter;
import org.throughline.format.zip.Limits;
import org.throughline.mapping.Diagnostic;
import org.throughline.mapping.MappingCompiler;
import org.throughline.mapping.MappingFolder;
import org.throughline.mapping.MappingSource;
import org.throughline.problem.SetupException;

/** Drafts of archives. Nobody in them exists. */
final class BundleSuggesterTest {
    private static final BundleSuggester SUGGESTER = new BundleSuggester(MappingFolder.of(Path.of("mappings")));
    private static final String STAYS = """
        Stay ID,Client ID,Start Date,End Date,Worker
        S-1,Q-1,2026-01-05,,AB
        S-2,Q-2,2026-01-06,2026-02-01,AB
        S-3,Q-1,2026-03-05,,AC
        """;
    private static final String CLIENTS = """
        Client ID,Last Name,First Name,DOB,Nickname
        Q-1,Slate,Fern,2014-03-17,F
        Q-2,Shale,Olive,2012-12-31,O
        Q-3,Basalt,Ivy,2015-02-28,I
        """;

    @TempDir
    Path folder;

    @Test
    void draftsAMemberEachWithParentsBeforeChildren() throws IOException {
        BundleSuggestion draft = suggest(Map.of(
                "a-stays.csv",
                STAYS,
                "clients.csv",
                CLIENTS,
                "notes.json",
                "[{\"a\": 1}]",
                "rocks.csv",
                "Rock,Kg\nx,3\n"));

        assertThat(draft.problems()).isEmpty();
        assertThat(draft.members().keySet()).containsExactly("clients.csv", "a-stays.csv");
        assertThat(draft.parents())
                .isEqualTo(Map.of(
                        "a-stays.csv",
                        List.of("column Client ID names records of clients.csv: 100 % of its values stand in their"
                                + " Client ID")));
        assertThat(draft.notTaken())
                .containsEntry("notes.json", "not decided: no delimited text with a header; draft it on its own")
                .containsEntry("rocks.csv", "not decided: nothing tells which records its rows are");
        assertThat(draft.files().get("feed.yaml")).contains("""
            bundle:
              format: zip
              members:                      # parents before children
                - clients.csv
                # its column Client ID names records of clients.csv: 100 % of its values stand in their Client ID
                - a-stays.csv
              not_taken:                    # decide on each: take it, or give the reason why not
            """);
        assertThat(draft.files().toString()).doesNotContain("Slate", "Fern", "2014", "Q-1");
    }

    @Test
    void letsOneMemberWriteTheClients() throws IOException {
        BundleSuggestion draft = suggest(Map.of("stays.csv", STAYS, "clients.csv", CLIENTS));

        assertThat(draft.files().get("clients.yaml")).contains("  - to: client_record\n");
        assertThat(draft.files().get("stays.yaml"))
                .contains("  - to: enrollment\n", "client_key: client_id\n")
                .doesNotContain("to: client_record");
    }

    @Test
    void mayBeLeftUndecidedByADraftOnly() throws IOException {
        BundleSuggestion draft = suggest(Map.of("clients.csv", CLIENTS, "rocks.csv", "Rock,Kg\nx,3\n"));
        Map<String, String> files = new TreeMap<>();
        draft.files().forEach((name, text) -> files.put("quarry/all/" + name, text));
        files.computeIfPresent("quarry/all/feed.yaml", (name, text) -> text.replace("status: draft", "status: active"));

        assertThat(new MappingCompiler()
                        .compile(new MappingSource("quarry/all", "quarry/all/feed.yaml", files))
                        .diagnostics())
                .extracting(Diagnostic::message)
                .contains(
                        "The member `rocks.csv` is not decided yet, which only a draft may say; take the member, or say"
                                + " why it is left aside.",
                        "The column `Nickname` is not decided yet, which only a draft may say; take the column, or say"
                                + " why it is left aside.");
    }

    @Test
    void saysWhereNothingIsRecognised() {
        assertThatThrownBy(() -> suggest(Map.of("rocks.csv", "Rock,Kg\nx,3\n")))
                .isInstanceOf(SetupException.class)
                .hasMessageStartingWith("Of no file in the archive could be told which records its rows are.");
    }

    private BundleSuggestion suggest(Map<String, String> members) throws IOException {
        Path file = folder.resolve("sample.zip");
        try (BundleWriter zip = BundleWriter.open(Files.newOutputStream(file))) {
            for (var member : new LinkedHashMap<>(new TreeMap<>(members)).entrySet()) {
                try (OutputStream out = zip.member(member.getKey())) {
                    out.write(member.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        try (Bundle archive = Bundle.open(file, Limits.usual())) {
            return SUGGESTER.suggest(new BundleRequest("quarry/all", archive, DayOrder.UNKNOWN, 1_000));
        }
    }
}
