package org.throughline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the demo's clients in what the hub writes: names, numbers, birth dates, telephones and streets of every partner. */
final class NamedClients {
    private static final Path DEMO = Path.of("src", "main", "resources", "demo");
    private static final Pattern OF_A_GUEST = Pattern.compile("\"(?:stay|number|last|first|born)\": \"([^\"]+)\"");
    /** Shorter numbers stand in any report as counts. */
    private static final Pattern TELLING = Pattern.compile("\\p{Lu}.{2,}|.*\\D.*\\d.*|.*\\d.*\\D.*|\\d{8,}");

    private final Set<String> facts = new TreeSet<>();

    private NamedClients() {}

    /** Everybody in the files of the demo's first night. */
    static NamedClients ofTheDemo() {
        NamedClients clients = new NamedClients();
        Charset windows = Charset.forName("windows-1252");
        Charset utf8 = StandardCharsets.UTF_8;
        clients.table(lines("night-1/harborlight/HL_FPS_20260928.csv", windows), ";", 0, 1, 2, 4, 6, 7);
        clients.table(lines("night-1/bridgeway/bridgeway_participants_2026-10-06.csv", utf8), ",", 0, 1, 2, 4, 7);
        clients.table(lines("night-1/dcyf/DCYF_MALTX_20240101-20260831.txt", windows), "\\|", 0, 1, 2, 3, 6, 8);
        clients.table(lines("night-1/coc/COC_STAYS_20220101_20260930.csv", utf8), ",", 0, 1, 2, 3, 6, 8);
        clients.table(lines("live/labor/wage_record.csv", utf8), ",", 0, 1, 2, 3, 4);
        clients.table(lines("live/fernhill/fernhill_participants_2026-10-06.csv", utf8), ",", 0, 1, 2, 3);
        clients.table(lines("live/fernhill/fernhill_visits_2026-10-06.csv", utf8), ",", 0, 1);
        Stream.of("page-1", "page-2", "page-3")
                .flatMap(page -> lines("live/lantern/" + page + ".json", utf8).stream())
                .forEach(clients::guests);
        lines("live/stmaren/adt.hl7", utf8).forEach(clients::segment);
        return clients;
    }

    private static List<String> lines(String file, Charset charset) {
        try {
            return Files.readAllLines(DEMO.resolve(file), charset);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void table(List<String> lines, String separator, int... columns) {
        lines.stream()
                .skip(1)
                .map(line -> line.split(separator, -1))
                .filter(cells -> cells.length > columns[columns.length - 1])
                .forEach(cells -> IntStream.of(columns).forEach(column -> add(cells[column])));
    }

    private void guests(String line) {
        OF_A_GUEST.matcher(line).results().forEach(found -> add(found.group(1)));
    }

    private void segment(String segment) {
        String[] fields = segment.split("\\|", -1);
        List<Integer> personal = switch (fields[0]) {
            case "PID" -> List.of(3, 5, 7, 11, 13);
            case "PV1" -> List.of(19);
            case "MRG" -> List.of(1);
            default -> List.of();
        };
        personal.stream()
                .filter(at -> at < fields.length)
                .flatMap(at -> Arrays.stream(fields[at].split("\\^")).limit(at == 5 ? 2 : 1))
                .forEach(this::add);
    }

    private void add(String fact) {
        if (TELLING.matcher(fact).matches()) {
            facts.add(fact);
        }
    }

    /** Whatever of a client stands in these lines as a word of its own. */
    List<String> in(List<String> lines) {
        String all = String.join("\n", lines);
        return facts.stream()
                .filter(fact -> all.contains(fact))
                .filter(fact -> Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(fact) + "(?![\\p{L}\\p{N}])")
                        .matcher(all)
                        .find())
                .toList();
    }
}
