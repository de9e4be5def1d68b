package org.throughline.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.format.fixedwidth.FixedField;
import org.throughline.format.fixedwidth.FixedLayout;
import org.throughline.mapping.value.ValueType;
import org.throughline.mapping.yaml.Branch;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Mark;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Sequence;
import org.throughline.mapping.yaml.Text;
import org.throughline.mapping.yaml.Tree;

/** Lays fields out in a line. Every character belongs to one field, or is left aside with a reason: nothing is dropped in silence. */
final class FixedLayoutCompiler {
    private static final String AT = "at ";

    private final Findings findings;
    private final FixedPlaces places;
    private final List<Placed> placed = new ArrayList<>();

    FixedLayoutCompiler(Findings findings) {
        this.findings = findings;
        this.places = new FixedPlaces(findings);
    }

    /** A field, and where the mapping says so. */
    private record Placed(FixedField field, Mark mark) {
        String where() {
            return field.length() == 1 ? "" + field.start() : field.start() + "-" + field.end();
        }
    }

    /** The layout of a source; the places left aside are columns too, named {@code at 23-40}. */
    FixedLayout layout(FormatCompiler.Source source) {
        source.fields().forEach((name, section) -> {
            SourceField field = source.table().field(name);
            numbersOnly(section, field);
            places.field(section, field.column(), field.type() != ValueType.STRING)
                    .ifPresent(place -> placed.add(new Placed(place, section.mark())));
        });
        ignored(source.section());
        return new FixedLayout(placed.stream().map(Placed::field).toList());
    }

    private void numbersOnly(Section section, SourceField field) {
        boolean number = field.type() == ValueType.NUMBER || field.type() == ValueType.INTEGER;
        for (String key : List.of("decimals", "sign")) {
            if (section.has(key) && !number) {
                findings.report(
                        section.mark(key),
                        "`" + key + "` says nothing about a field of type "
                                + field.type().word() + ".");
            }
        }
    }

    /** Adds a place that something else reads. */
    void add(FixedField field, Mark mark) {
        placed.add(new Placed(field, mark));
    }

    /** Adds the places left aside. */
    void ignored(Section section) {
        columns(section).forEach((column, mark) -> {
            if (!column.startsWith(AT)) {
                findings.report(mark, "`" + column + "` names no place; expected one such as `at 23-40`.");
                return;
            }
            places.at(column.substring(AT.length()), mark)
                    .ifPresent(place -> add(FixedField.text(column, place.start(), place.length()), mark));
        });
    }

    private static Map<String, Mark> columns(Section section) {
        Map<String, Mark> columns = new LinkedHashMap<>();
        Optional<Tree> tree = section.tree("ignore");
        if (tree.isEmpty()) {
            return columns;
        }
        if (tree.get() instanceof Sequence list) {
            list.items().stream()
                    .filter(item -> item instanceof Branch)
                    .map(item -> ((Branch) item).value("columns"))
                    .flatMap(Optional::stream)
                    .forEach(names -> group(names, columns));
        } else {
            section.entries("ignore").forEach((column, entry) -> columns.put(column, entry.mark()));
        }
        return columns;
    }

    private static void group(Tree names, Map<String, Mark> columns) {
        List<Tree> items = names instanceof Sequence list ? list.items() : List.of(names);
        items.stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .forEach(text -> columns.put(text.text(), text.mark()));
    }

    /** Last character that is covered. */
    int end() {
        return placed.stream().mapToInt(place -> place.field().end()).max().orElse(0);
    }

    /**
     * Reports overlaps, and places that nothing covers.
     *
     * @param end last character that must be covered, where it is known; otherwise the last field ends the line
     * @param mark where to report what is not covered
     */
    void check(int end, Mark mark) {
        List<Placed> inOrder = placed.stream()
                .sorted(Comparator.comparingInt((Placed place) -> place.field().start()))
                .toList();
        int covered = 0;
        Placed last = null;
        for (Placed place : inOrder) {
            if (last != null && place.field().start() <= covered) {
                findings.report(
                        place.mark(),
                        "The place " + place.where() + " overlaps with " + last.where() + " of line "
                                + last.mark().line() + ".");
            }
            gap(covered, place.field().start(), mark);
            last = place.field().end() > covered ? place : last;
            covered = Math.max(covered, place.field().end());
        }
        gap(covered, end + 1, mark);
        if (end > 0 && covered > end) {
            findings.report(mark, "The fields end at " + covered + ", but a record has " + end + " characters.");
        }
    }

    private void gap(int covered, int next, Mark mark) {
        if (next > covered + 1) {
            String place = next == covered + 2 ? "" + (covered + 1) : (covered + 1) + "-" + (next - 1);
            findings.report(
                    mark, "No field stands at " + place + "; add one, or name `at " + place + "` under ignore.");
        }
    }
}
