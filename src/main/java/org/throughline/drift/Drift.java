package org.throughline.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.throughline.mapping.Outline;
import org.throughline.profile.ColumnProfile;
import org.throughline.profile.SampleProfile;
import org.throughline.profile.YamlWord;

/** Holds a file of a feed against one before it. Tells what changed; changes nothing. */
public final class Drift {
    private static final int FILL = 25;
    private static final int ENOUGH = 20;

    private final Outline.Table table;
    private final SampleProfile before;
    private final SampleProfile after;
    private final List<Change> changes = new ArrayList<>();

    private Drift(Outline.Table table, SampleProfile before, SampleProfile after) {
        this.table = table;
        this.before = before;
        this.after = after;
    }

    /** The changes between two files under a mapping, in the order of the columns. */
    public static List<Change> between(Outline.Table table, SampleProfile before, SampleProfile after) {
        return new Drift(table, before, after).changes();
    }

    private List<Change> changes() {
        Map<ColumnProfile, ColumnProfile> renamed = new Renaming(before.columns(), after.columns()).pairs();
        renamed.forEach(this::renamed);
        Renaming.without(before.columns(), after.columns()).stream()
                .filter(column -> !renamed.containsKey(column))
                .forEach(this::removed);
        Renaming.without(after.columns(), before.columns()).stream()
                .filter(column -> !renamed.containsValue(column))
                .forEach(this::added);
        reordered();
        for (ColumnProfile old : before.columns()) {
            after.columns().stream()
                    .filter(now -> now.name().equals(old.name()))
                    .findFirst()
                    .or(() -> Optional.ofNullable(renamed.get(old)))
                    .ifPresent(now -> values(old, now));
        }
        records();
        return changes;
    }

    private Optional<Outline.Column> field(ColumnProfile column) {
        return table.columns().stream()
                .filter(field ->
                        field.column().equals(column.name()) || field.aka().contains(column.name()))
                .findFirst();
    }

    private void tell(Change.Kind kind, ColumnProfile column, String fact, String... proposal) {
        String at = field(column).map(Outline.Column::at).orElse("");
        changes.add(new Change(kind, column.name(), fact, at, List.of(proposal)));
    }

    private void renamed(ColumnProfile old, ColumnProfile now) {
        String fact = "The column `" + old.name() + "` is probably called `" + now.name() + "` now.";
        Optional<Outline.Column> field = field(old);
        if (field.isPresent()) {
            List<String> names = new ArrayList<>(field.get().aka());
            names.add(now.name());
            tell(Change.Kind.COLUMN_RENAMED, old, fact, "aka: " + YamlWord.list(names));
        } else {
            String reason = table.ignored().getOrDefault(old.name(), "why it is left aside");
            tell(Change.Kind.COLUMN_RENAMED, old, fact, YamlWord.of(now.name()) + ": " + YamlWord.of(reason));
        }
    }

    private void removed(ColumnProfile old) {
        String fact = "The column `" + old.name() + "` is there no more.";
        if (field(old).isPresent()) {
            tell(Change.Kind.COLUMN_REMOVED, old, fact, "optional: true");
        } else {
            tell(Change.Kind.COLUMN_REMOVED, old, fact);
        }
    }

    private void added(ColumnProfile now) {
        String known =
                field(now).isPresent() || table.ignored().containsKey(now.name()) ? ", which the mapping knows" : "";
        String fact = "The column `" + now.name() + "` is new" + known + "; " + now.fill() + " % filled, "
                + now.type().type().word() + ".";
        if (known.isEmpty()) {
            tell(Change.Kind.COLUMN_ADDED, now, fact, YamlWord.of(now.name()) + ": why it is left aside");
        } else {
            tell(Change.Kind.COLUMN_ADDED, now, fact);
        }
    }

    private void reordered() {
        List<String> old = common(before, after);
        List<String> now = common(after, before);
        if (!old.equals(now)) {
            changes.add(new Change(
                    Change.Kind.COLUMNS_REORDERED,
                    "",
                    "The columns stand in another order; they are found by their names.",
                    "",
                    List.of()));
        }
    }

    private static List<String> common(SampleProfile some, SampleProfile others) {
        Set<String> names =
                new TreeSet<>(others.columns().stream().map(ColumnProfile::name).toList());
        return some.columns().stream()
                .map(ColumnProfile::name)
                .filter(names::contains)
                .toList();
    }

    private void values(ColumnProfile old, ColumnProfile now) {
        if (old.filled() > 0 && now.filled() > 0) {
            typed(old, now);
            coded(old, now);
        }
        boolean enough = old.records() >= ENOUGH && now.records() >= ENOUGH;
        if (enough && Math.abs(old.fill() - now.fill()) >= FILL) {
            tell(
                    Change.Kind.FILL_JUMPED,
                    old,
                    "The column `" + now.name() + "` was filled in " + old.fill() + " % of the records, now in "
                            + now.fill() + " %.");
        }
    }

    private void typed(ColumnProfile old, ColumnProfile now) {
        boolean sameDays = old.type().formats().isEmpty()
                || old.type().formats().stream().anyMatch(now.type().formats()::contains);
        if (old.type().type() == now.type().type() && sameDays) {
            return;
        }
        List<String> formats =
                new ArrayList<>(field(old).map(Outline.Column::formats).orElse(List.of()));
        formats.addAll(now.type().formats());
        String fact = "The column `" + now.name() + "` was " + said(old) + ", now it is " + said(now) + ".";
        if (now.type().dated() && field(old).isPresent()) {
            tell(Change.Kind.TYPE_CHANGED, old, fact, "format: " + YamlWord.list(formats));
        } else {
            tell(Change.Kind.TYPE_CHANGED, old, fact);
        }
    }

    private static String said(ColumnProfile column) {
        return column.type().type().described()
                + (column.type().formats().isEmpty()
                        ? ""
                        : " written as " + String.join(" or ", column.type().formats()));
    }

    private void coded(ColumnProfile old, ColumnProfile now) {
        Optional<Outline.Codes> codes = field(old)
                .flatMap(field -> table.uses().stream()
                        .filter(use -> use.fields().contains(field.field()))
                        .flatMap(use -> use.codes().stream())
                        .findFirst());
        Set<String> added = new TreeSet<>(now.codes().keySet());
        added.removeAll(old.codes().keySet());
        codes.ifPresent(known -> added.removeAll(known.table().keySet()));
        boolean coded = codes.isPresent() || !old.codes().isEmpty();
        if (coded && !added.isEmpty()) {
            String[] lines = codes.isEmpty()
                    ? new String[0]
                    : added.stream()
                            .map(code -> YamlWord.of(code) + ": a code of "
                                    + codes.get().list())
                            .toArray(String[]::new);
            tell(
                    Change.Kind.CODES_ADDED,
                    old,
                    "The column `" + now.name() + "` has codes that it had not: " + String.join(", ", added) + ".",
                    lines);
        }
    }

    private void records() {
        long old = before.records();
        long now = after.records();
        if (Math.max(old, now) >= ENOUGH && (now > 2 * old || 2 * now < old)) {
            changes.add(new Change(
                    Change.Kind.RECORDS_JUMPED,
                    "",
                    "There were " + old + " records, now there are " + now + ".",
                    "",
                    List.of()));
        }
    }
}
