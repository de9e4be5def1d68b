package org.throughline.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.mapping.Outline;
import org.throughline.mapping.yaml.Nearest;

/**
 * What is not as it was in the last file that was loaded. Columns that the mapping does not know are told by position, since a
 * file without a header has a client's record in its place.
 */
final class HeaderDrift {
    /** Formats whose header is a part of the file; elsewhere the columns are what happens to stand in it. */
    private static final Set<String> WITH_HEADER = Set.of("csv", "xlsx");

    private static final int ENOUGH = 20;

    private final List<String> before;
    private final List<String> now;
    private final Outline.Table table;
    private final List<String> facts = new ArrayList<>();

    private HeaderDrift(List<String> before, List<String> now, Outline.Table table) {
        this.before = before;
        this.now = now;
        this.table = table;
    }

    /** What changed in a header, each with the change of the mapping that would follow. */
    static List<String> between(List<String> before, List<String> now, Outline.Table table) {
        boolean fixed = WITH_HEADER.contains(table.reading().get("format"));
        return before.equals(now) || !fixed ? List.of() : new HeaderDrift(before, now, table).facts();
    }

    /** What is to be told of the number of records; empty where it is much as before. */
    static Optional<String> ofRecords(String member, long before, long now) {
        boolean jumped = Math.max(before, now) >= ENOUGH && (now > 2 * before || 2 * now < before);
        return jumped
                ? Optional.of(member + ": the file loaded before had " + before + " records, this one has " + now + ".")
                : Optional.empty();
    }

    private List<String> facts() {
        List<String> added = new ArrayList<>(without(now, before));
        Map<String, String> renamed = new LinkedHashMap<>();
        for (String old : without(before, now)) {
            Optional<String> name = Nearest.name(old, added).or(() -> atItsPlace(old, added));
            name.ifPresent(added::remove);
            name.ifPresent(found -> renamed.put(old, found));
            if (name.isEmpty()) {
                tell(shown(old) + " is there no more." + proposed(old, "`optional: true`"));
            }
        }
        renamed.forEach((old, name) -> tell(shown(old) + " is probably column " + (now.indexOf(name) + 1)
                + " now, under another name." + proposed(old, "its new name under `aka`")));
        added.forEach(name -> tell("Column " + (now.indexOf(name) + 1) + " is new."
                + (known(name) ? "" : " Proposed: a field, or its name under `ignore` with the reason.")));
        if (facts.isEmpty()) {
            tell("The columns stand in another order; they are found by their names.");
        }
        return facts;
    }

    private Optional<String> atItsPlace(String old, List<String> added) {
        int place = before.indexOf(old);
        return before.size() == now.size() && added.contains(now.get(place))
                ? Optional.of(now.get(place))
                : Optional.empty();
    }

    private static List<String> without(List<String> some, List<String> others) {
        return some.stream()
                .filter(column -> !others.contains(column))
                .distinct()
                .toList();
    }

    private void tell(String fact) {
        facts.add(table.member() + ": " + fact);
    }

    private Optional<Outline.Column> field(String column) {
        return table.columns().stream()
                .filter(field -> field.column().equals(column) || field.aka().contains(column))
                .findFirst();
    }

    private boolean known(String column) {
        return field(column).isPresent() || table.ignored().containsKey(column);
    }

    private String shown(String column) {
        return known(column) ? "The column `" + column + "`" : "Column " + (before.indexOf(column) + 1) + " of before";
    }

    private String proposed(String column, String change) {
        return field(column)
                .map(field -> " Proposed at " + field.at() + ": " + change + ".")
                .orElse("");
    }
}
