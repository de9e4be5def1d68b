package org.throughline.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.throughline.crash.Numbers.Naming;

/**
 * Everything that a night leaves behind, by content: every row of every table, and every file of the home. Rows that others name
 * by a number drawn from a sequence are named by their rank instead.
 */
record NightState(Map<String, List<String>> parts) {
    /** Columns that may differ: the hashes of the audit chain cover numbers of submissions; the chain is verified by itself. */
    private static final Set<String> VOLATILE = Set.of("audit.entry hash", "audit.entry previous_hash");

    /** Measures are computed as often as a night is begun, each time all of them; the last run counts. */
    private static final Map<String, String> LAST_RUN = Map.of(
            "measure.run", " where run_id = (select max(run_id) from measure.run)",
            "measure.value", " where run_id = (select max(run_id) from measure.run)",
            "measure.event_status", " where run_id = (select max(run_id) from measure.run)",
            "measure.event_seen",
                    " where event_status_id in (select event_status_id from measure.event_status where run_id ="
                            + " (select max(run_id) from measure.run))");

    /** The state that this database and this home are in. */
    static NightState of(DataSource database, Path home, Naming naming) throws IOException, SQLException {
        Map<String, List<String>> parts = new TreeMap<>();
        try (Connection connection = database.getConnection()) {
            Numbers numbers = Numbers.of(connection, naming);
            for (String table : numbers.tables()) {
                parts.put(table, rows(connection, table, numbers));
            }
            files(home, numbers, parts);
        }
        return new NightState(parts);
    }

    private static List<String> rows(Connection connection, String table, Numbers numbers) throws SQLException {
        List<String> columns = numbers.columns(table);
        List<String> rows = new ArrayList<>();
        String sql = "select " + String.join(", ", columns) + " from " + table + LAST_RUN.getOrDefault(table, "");
        for (List<String> row : Numbers.query(connection, sql)) {
            StringBuilder text = new StringBuilder();
            for (int at = 0; at < columns.size(); at++) {
                String column = columns.get(at);
                if (!VOLATILE.contains(table + " " + column)) {
                    numbers.content(table, column, row.get(at))
                            .ifPresent(value -> text.append(column)
                                    .append('=')
                                    .append(value)
                                    .append("; "));
                }
            }
            rows.add(text.toString());
        }
        rows.sort(null);
        return rows;
    }

    private static void files(Path home, Numbers numbers, Map<String, List<String>> parts) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = home.relativize(file).toString();
                if (!path.startsWith("logs/")) {
                    String text = signed(file, Files.readString(file, StandardCharsets.ISO_8859_1));
                    parts.put("file " + numbers.rankedPath(path), List.of(numbers.ranked(text)));
                }
            }
        }
    }

    /** A done-file's hash covers the number of a submission: it is right, or stays as it is. */
    private static String signed(Path file, String text) throws IOException {
        Path whole = file.resolveSibling(file.getFileName().toString().replaceFirst("\\.done$", ""));
        if (whole.equals(file) || !Files.exists(whole)) {
            return text;
        }
        return text.replace(sha256(Files.readAllBytes(whole)), "the hash of its file");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** What differs from this in another state, in words; nothing where they are equal. */
    List<String> differences(NightState other) {
        List<String> found = new ArrayList<>();
        Set<String> names = new TreeSet<>(parts.keySet());
        names.addAll(other.parts.keySet());
        for (String name : names) {
            Map<String, Integer> balance = new HashMap<>();
            parts.getOrDefault(name, List.of()).forEach(row -> balance.merge(row, 1, Integer::sum));
            other.parts.getOrDefault(name, List.of()).forEach(row -> balance.merge(row, -1, Integer::sum));
            balance.forEach((row, times) -> {
                if (times != 0) {
                    found.add((times > 0 ? "lost from " : "more in ") + name + ": " + row);
                }
            });
        }
        return found;
    }

    /** How many of these differences are losses; the others are rows or files that are there twice, or that are new. */
    static long lost(List<String> differences) {
        return differences.stream().filter(line -> line.startsWith("lost")).count();
    }

    /** The same without text like this, in names too. */
    NightState without(Pattern text) {
        Map<String, List<String>> blurred = new TreeMap<>();
        parts.forEach((name, rows) -> blurred.computeIfAbsent(blur(text, name), any -> new ArrayList<>())
                .addAll(rows.stream().map(row -> blur(text, row)).toList()));
        return new NightState(blurred);
    }

    private static String blur(Pattern text, String line) {
        return text.matcher(line).replaceAll("*");
    }
}
