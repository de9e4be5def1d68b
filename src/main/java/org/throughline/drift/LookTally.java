package org.throughline.drift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.throughline.mapping.Outline;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;
import org.throughline.profile.CellTally;
import org.throughline.profile.TypeGuess;

/**
 * Counts how a file looks while it is taken in, cheaply and in bounded memory. A code that no list knows is kept where it is
 * short and stands in several records, and such codes are few: then it is a code, and no value that slipped into the column.
 */
public final class LookTally {
    private static final Set<String> TABLES = Set.of("csv", "xlsx", "fixed_width", "json", "ndjson", "xml");
    private static final Pattern SHORT = Pattern.compile("[A-Za-z]{1,3}|[0-9]{1,3}|[A-Z0-9]{1,6}");
    private static final int FEW_CODES = 5;
    private static final int SEVERAL = 5;
    private static final int MOST_CODES = 60;

    private final List<String> header;
    private final CellTally[] columns;
    private final Map<String, Map<String, Long>> codes = new HashMap<>();
    private long records;

    /** A tally of a file with this header, read under this mapping. */
    public LookTally(Outline.Table table, List<String> header) {
        this.header = header;
        boolean counted = TABLES.contains(table.reading().get("format"));
        this.columns = new CellTally[counted ? header.size() : 0];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = new CellTally();
        }
    }

    /** Counts a record, and the codes that the mapping did not know in it. */
    public void add(List<String> cells, List<Problem> problems) {
        records++;
        for (int column = 0; column < columns.length && column < cells.size(); column++) {
            columns[column].add(cells.get(column));
        }
        for (Problem problem : problems) {
            if (problem.code().equals(ProblemCode.CODE_NOT_IN_CROSSWALK.name())) {
                code(problem.place().column(), cells);
            }
        }
    }

    private void code(String column, List<String> cells) {
        int position = header.indexOf(column);
        if (position < 0 || position >= cells.size()) {
            return;
        }
        Map<String, Long> known = codes.computeIfAbsent(column, any -> new HashMap<>());
        String code = cells.get(position).strip();
        if (known.containsKey(code) || known.size() < MOST_CODES) {
            known.merge(code, 1L, Long::sum);
        }
    }

    /** Counts a record that cannot be read. */
    public void unread() {
        records++;
    }

    /** How the file looks. */
    public FileLook look() {
        List<ColumnLook> looks = new ArrayList<>();
        for (int column = 0; column < columns.length; column++) {
            looks.add(look(header.get(column), columns[column]));
        }
        return new FileLook(header, looks, records);
    }

    private ColumnLook look(String name, CellTally tally) {
        TypeGuess type = tally.type(name);
        return new ColumnLook(name, tally.filled(), type.type(), type.formats(), tally.shape(), shown(name));
    }

    private List<String> shown(String column) {
        Map<String, Long> unknown = codes.getOrDefault(column, Map.of());
        if (unknown.size() > FEW_CODES) {
            return List.of();
        }
        return unknown.entrySet().stream()
                .filter(code -> code.getValue() >= SEVERAL)
                .map(Map.Entry::getKey)
                .filter(code -> SHORT.matcher(code).matches())
                .sorted()
                .toList();
    }
}
