package org.throughline.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.throughline.mapping.value.Clean;
import org.throughline.mapping.yaml.Nearest;
import org.throughline.problem.Level;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/**
 * Holds a mapping's columns against the header of one file. Facts give unknown columns by position, not by name, since a file
 * without a header has a client's record in its place.
 */
final class HeaderCheck {

    private final SourceTable table;
    private final Place member;
    private final List<String> header;
    private final Set<Integer> taken = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    HeaderCheck(SourceTable table, String member, List<String> header) {
        this.table = table;
        this.member = Place.member(member);
        this.header = header;
    }

    /** Finds the columns; the problems are complete afterwards. */
    Columns columns() {
        List<Integer> positions = new ArrayList<>();
        List<String> names = new ArrayList<>();
        table.fields().forEach(field -> exact(field).ifPresent(taken::add));
        for (SourceField field : table.fields()) {
            int position = exact(field).or(() -> ignoringCase(field)).orElse(-1);
            positions.add(position);
            names.add(position < 0 ? field.column() : header.get(position));
            if (position < 0) {
                absent(field);
            }
        }
        table.ignored().keySet().forEach(this::leaveAside);
        IntStream.range(0, header.size())
                .filter(position -> !taken.contains(position))
                .forEach(this::unknown);
        return new Columns(table.fields(), positions, names);
    }

    List<Problem> problems() {
        return problems;
    }

    private Optional<Integer> exact(SourceField field) {
        return at(field.column())
                .or(() -> field.aka().stream()
                        .map(this::at)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private Optional<Integer> at(String column) {
        int position = header.indexOf(column);
        return position < 0 ? Optional.empty() : Optional.of(position);
    }

    private Optional<Integer> ignoringCase(SourceField field) {
        Set<String> wanted = new HashSet<>(Set.of(plain(field.column())));
        field.aka().forEach(name -> wanted.add(plain(name)));
        Optional<Integer> found = onlyOne(wanted);
        found.ifPresent(position -> {
            taken.add(position);
            note(
                    ProblemCode.COLUMN_CASE,
                    header.get(position),
                    "The column `" + header.get(position) + "` is taken for `" + field.column()
                            + "`, which differs in case or blanks only.");
        });
        return found;
    }

    private Optional<Integer> onlyOne(Set<String> wanted) {
        List<Integer> found = IntStream.range(0, header.size())
                .filter(position -> !taken.contains(position))
                .filter(position -> wanted.contains(plain(header.get(position))))
                .boxed()
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static String plain(String column) {
        return Clean.TRIM.apply(column).toLowerCase(Locale.ROOT);
    }

    private void absent(SourceField field) {
        if (field.optional()) {
            note(
                    ProblemCode.COLUMN_GONE,
                    field.column(),
                    "The column `" + field.column() + "` is not in the file; its field stays empty.");
            return;
        }
        String fact = "The column `" + field.column() + "` is not in the file.";
        String nearest = Nearest.name(field.column(), unknownNames())
                .map(name -> " The nearest column of the file is `" + name + "`.")
                .orElse("");
        problems.add(Problem.of(ProblemCode.COLUMN_MISSING, member.in(field.column()), fact)
                .telling(fact + nearest));
    }

    private List<String> unknownNames() {
        return IntStream.range(0, header.size())
                .filter(position -> !taken.contains(position))
                .mapToObj(header::get)
                .toList();
    }

    private void leaveAside(String column) {
        if (table.paths() && column.endsWith("*")) {
            leaveAsideAll(column.substring(0, column.length() - 1));
            return;
        }
        Optional<Integer> found = at(column).filter(position -> !taken.contains(position));
        found = found.isPresent() ? found : onlyOne(Set.of(plain(column)));
        if (found.isPresent()) {
            taken.add(found.get());
            return;
        }
        note(
                ProblemCode.COLUMN_GONE,
                column,
                "The column `" + column + "`, which the mapping leaves aside, is not in the file.");
    }

    private void leaveAsideAll(String beginning) {
        IntStream.range(0, header.size())
                .filter(position -> header.get(position).startsWith(beginning))
                .forEach(taken::add);
    }

    private void unknown(int position) {
        String column = header.get(position);
        String place = "Column " + (position + 1);
        if (Clean.TRIM.apply(column).isEmpty()) {
            problems.add(Problem.of(ProblemCode.HEADER_BLANK, member, place + " of the header has no name."));
            return;
        }
        Problem unknown = header.indexOf(column) < position
                ? Problem.of(ProblemCode.HEADER_DUPLICATE, member, place + " has the name of a column before it.")
                : Problem.of(
                        ProblemCode.COLUMN_NEW,
                        table.noteNewColumns() ? Level.NOTE : Level.HOLD_FILE,
                        member.in("column " + (position + 1)),
                        place + " is not known to the mapping.");
        problems.add(
                unknown.telling(place + ", `" + column + "`" + unknown.fact().substring(place.length())));
    }

    private void note(ProblemCode code, String column, String fact) {
        problems.add(Problem.of(code, member.in(column), fact));
    }
}
