package org.throughline.crash;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which columns hold numbers drawn from a sequence, their own or another table's, and the rank of each such number: a draw that
 * was rolled back leaves a gap, and is no difference.
 */
final class Numbers {
    private static final String COLUMNS = """
            select n.nspname || '.' || c.relname, a.attname, a.attidentity <> '' from pg_class c join pg_namespace n
              on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
             where c.relkind in ('r', 'p') and not c.relispartition
               and n.nspname in ('intake', 'canonical', 'linkage', 'measure', 'release', 'audit') order by 1, a.attnum
            """;
    private static final String REFERENCES = """
            select f.conrelid::regclass::text, a.attname, f.confrelid::regclass::text, t.attname
              from (select conrelid, confrelid, unnest(conkey) k, unnest(confkey) t from pg_constraint
                     where contype = 'f' and conparentid = 0) f
              join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.k
              join pg_attribute t on t.attrelid = f.confrelid and t.attnum = f.t order by 1, 2, 3
            """;
    /** Numbers whose order may differ, and what stands for them: a run of the measures may be repeated, and the last counts. */
    private static final String SUBMISSIONS = "intake.submission submission_id";

    private static final String MAPPINGS = "intake.mapping_version mapping_version_id";

    /** How submissions are named where files may arrive in another order. */
    private static final String BY_FILE =
            "(select f.sender || '/' || f.name from intake.feed f where f.feed_id = submission.feed_id) || ' ' || file_name"
                    + " || '#' || row_number() over (partition by feed_id, file_name order by submission_id)";

    private static final String BY_MAPPING =
            "mapping || '#' || row_number() over (partition by mapping order by mapping_version_id)";

    private static final String CONSENTS = "release.consent consent_id";
    private static final String BY_CONSENT =
            "sender || '/' || key || '#' || row_number() over (partition by sender, key order by consent_id)";

    private static final String BY_MEMBER =
            "(select min(sender || '/' || client_key) from linkage.client_link l where l.client_id = client.client_id)";

    private static final Map<String, String> BY_FILES = Map.of(
            SUBMISSIONS, BY_FILE, MAPPINGS, BY_MAPPING, "linkage.client client_id", BY_MEMBER, CONSENTS, BY_CONSENT);

    private static final Map<String, String> NATURAL = Map.of(
            "measure.run run_id",
            "'a run'",
            "measure.event_status event_status_id",
            "concat_ws('|', measure, version, sender, index_key)");

    private static final Pattern SUBMISSION = Pattern.compile("(\"submission\" ?: ?|[sS]ubmission )(\\d+)");
    private static final Pattern RECEIPT = Pattern.compile("(receipts/(?:[a-z]+/)?)(\\d+)(?=[-.])");

    private final Map<String, List<String>> columns = new TreeMap<>();
    private final Set<String> identities = new HashSet<>();
    private final Map<String, String> references = new HashMap<>();
    private final Map<String, Map<String, String>> names = new HashMap<>();

    /** How submissions are named: by the order in which they came, or by their files. */
    enum Naming {
        BY_ORDER,
        BY_FILE
    }

    private final Naming naming;

    private Numbers(Naming naming) {
        this.naming = naming;
    }

    static Numbers of(Connection connection, Naming naming) throws SQLException {
        Numbers numbers = new Numbers(naming);
        for (List<String> row : query(connection, COLUMNS)) {
            numbers.columns
                    .computeIfAbsent(row.get(0), any -> new ArrayList<>())
                    .add(row.get(1));
            if (row.get(2).equals("t")) {
                numbers.identities.add(row.get(0) + " " + row.get(1));
            }
        }
        for (List<String> row : query(connection, REFERENCES)) {
            numbers.references.put(row.get(0) + " " + row.get(1), row.get(2) + " " + row.get(3));
        }
        for (String target : Set.copyOf(numbers.references.values())) {
            numbers.name(connection, target);
        }
        numbers.name(connection, CONSENTS);
        return numbers;
    }

    private void name(Connection connection, String target) throws SQLException {
        if (!identities.contains(target)) {
            return;
        }
        String[] place = target.split(" ");
        Map<String, String> ranks = new HashMap<>();
        String rank = "'#' || row_number() over (order by " + place[1] + ")";
        String natural = (naming == Naming.BY_FILE ? BY_FILES : NATURAL)
                .getOrDefault(target, NATURAL.getOrDefault(target, rank));
        for (List<String> row : query(connection, "select " + place[1] + ", " + natural + " from " + place[0])) {
            ranks.put(row.get(0), row.get(1));
        }
        names.put(target, ranks);
    }

    Set<String> tables() {
        return columns.keySet();
    }

    List<String> columns(String table) {
        return columns.get(table);
    }

    /** The value of a column by content: empty where it is a number that nobody refers to. */
    Optional<String> content(String table, String column, String value) {
        if (column.equals("consents")) {
            return Optional.of(Stream.of(value.split("[{},]"))
                    .map(number -> names.get(CONSENTS).getOrDefault(number, number))
                    .sorted()
                    .collect(Collectors.joining(",")));
        }
        String root = root(table, column);
        if (!identities.contains(root)) {
            return Optional.of(ranked(value));
        }
        return Optional.ofNullable(names.get(root)).map(ranks -> ranks.getOrDefault(value, value));
    }

    /** Some tables that are large refer without saying so to the database. */
    private String root(String table, String column) {
        if (column.endsWith("submission_id") || column.equals("sized_submission")) {
            return SUBMISSIONS;
        }
        if (column.equals("mapping_version_id")) {
            return MAPPINGS;
        }
        String at = table + " " + column;
        while (references.containsKey(at) && !identities.contains(at)) {
            at = references.get(at);
        }
        return at;
    }

    /** The text with the ranks of the submissions that it names. */
    String ranked(String text) {
        return SUBMISSION
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + rank(found.group(2))));
    }

    /** The path with the rank of the submission that its file begins with. */
    String rankedPath(String path) {
        return RECEIPT.matcher(path)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + rank(found.group(2))));
    }

    private String rank(String number) {
        return names.get(SUBMISSIONS).getOrDefault(number, number);
    }

    static List<List<String>> query(Connection connection, String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int width = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= width; column++) {
                    row.add(Optional.ofNullable(result.getString(column)).orElse("~"));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
