package org.throughline.acceptance;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.throughline.intake.ProblemReport;
import org.throughline.intake.Receipt;
import org.throughline.testing.IntakeScene;

/**
 * Awkward exports that one sender sends one after the other.
 *
 * @param policy true where the importer's way with them is its own policy, no rule of the standard
 * @param folders the exports in the order in which they are sent
 * @param importer what the importer does that they were made for
 * @param careful why what the hub does is at least as careful
 */
record EdgeStory(boolean policy, List<String> folders, String importer, String careful) {

    /** All stories of the resource beside this class. */
    static List<EdgeStory> all() {
        try (InputStream file = EdgeStory.class.getResourceAsStream("/acceptance/hmis-edge-cases.csv");
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return rows.stream()
                    .map(row -> new EdgeStory(
                            row.getField("kind").equals("policy"),
                            List.of(row.getField("folders").split(" ")),
                            row.getField("importer"),
                            row.getField("careful")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the files of an export stand. */
    static Path files(Path exports, String folder) {
        return folder.equals("source")
                ? exports.resolve(folder)
                : exports.resolve(folder).resolve("source");
    }

    /** Sends the exports under a new sender; the receipts in the same order. */
    List<Receipt> tell(IntakeScene scene, Path exports, String sender) {
        String feed = Beliefs.ofNewSender(scene, sender, "hud-hmis-2026").feed();
        List<Receipt> receipts = new ArrayList<>();
        for (String folder : folders) {
            int step = receipts.size() + 1;
            receipts.add(scene.run(feed, scene.zip(files(exports, folder), sender + "-" + step + ".zip", step)));
        }
        return receipts;
    }

    /** The story's section of the page. */
    String section(List<Receipt> receipts) {
        StringBuilder text = new StringBuilder("### " + String.join(", then ", folders) + "\n\n");
        text.append("The importer: ").append(importer).append("\n\n");
        text.append("| sent | status | read | accepted | unchanged | held | rejected | waiting | ended |\n");
        text.append("|---|---|--:|--:|--:|--:|--:|--:|--:|\n");
        for (int i = 0; i < receipts.size(); i++) {
            text.append(line(folders.get(i), receipts.get(i)));
        }
        text.append('\n');
        for (int i = 0; i < receipts.size(); i++) {
            text.append(problems(receipts.get(i), receipts.size() == 1 ? "Problems" : "Problems of file " + (i + 1)));
        }
        return text.append("The hub: ").append(careful).append("\n\n").toString();
    }

    private static String line(String folder, Receipt receipt) {
        return "| %s | %s | %d | %d | %d | %d | %d | %d | %d |\n"
                .formatted(
                        folder,
                        receipt.status().word(),
                        receipt.records().read(),
                        receipt.records().accepted(),
                        receipt.records().unchanged(),
                        receipt.records().held(),
                        receipt.records().rejected(),
                        receipt.records().waiting(),
                        receipt.closed());
    }

    static String problems(Receipt receipt, String title) {
        if (receipt.problems().isEmpty()) {
            return "";
        }
        return title + ": "
                + receipt.problems().stream()
                        .collect(Collectors.groupingBy(
                                problem -> "`" + problem.code() + "` (" + problem.level() + ")",
                                java.util.TreeMap::new,
                                Collectors.summingLong(ProblemReport::rows)))
                        .entrySet()
                        .stream()
                        .map(code -> code.getKey() + (code.getValue() == 0 ? "" : " " + code.getValue()))
                        .collect(Collectors.joining(", ", "", ".\n\n"));
    }
}
