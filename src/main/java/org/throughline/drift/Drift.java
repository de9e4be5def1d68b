package org.throughline.drift;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.throughline.mapping.Outline;
import org.throughline.mapping.value.ValueType;
import org.throughline.profile.YamlWord;

/** Holds a file of a feed against one before it. Tells what changed; changes nothing. */
public final class Drift {
    private static final int FILL = 25;
    private static final int ENOUGH = 20;

    private final Outline.Table table;
    private final FileLook before;
    private final FileLook after;
    private final List<Change> changes = new ArrayList<>();

    private Drift(Outline.Table table, FileLook before, FileLook after) {
        this.table = table;
        this.before = before;
        this.after = after;
    }

    /** The changes between two files under a mapping, in the order of the columns; names every column. */
    public static List<Change> between(Outline.Table table, FileLook before, FileLook after) {
        return new Drift(table, before, after).changes();
    }

    /**
     * The changes of a file that arrived. Where hardly a column of before is left, the names are not told: the first line may be
     * no header but somebody's record.
     */
    public static List<Change> ofArrival(Outline.Table table, FileLook before, FileLook after) {
        Set<String> left = new HashSet<>(before.header());
        left.retainAll(after.header());
        if (HeaderKind.of(table) == HeaderKind.OWN
                && 2 * left.size() < before.header().size()) {
            return List.of(new Change(
                    Change.Kind.COLUMNS_REPLACED,
                    "",
                    "Of the " + before.header().size() + " columns of before, " + left.size()
                            + " are left; the first line may be no header.",
                    "",
                    List.of()));
        }
        return between(table, before, after);
    }

    private List<Change> changes() {
        if (!before.columns().isEmpty() && !after.columns().isEmpty()) {
            columns();
        }
        records();
        return changes;
    }

    private void columns() {
        HeaderKind kind = HeaderKind.of(table);
        List<ColumnLook> gone = kind.settled(before, after);
        List<ColumnLook> came = kind.settled(after, before);
        Map<ColumnLook, ColumnLook> renamed = new Renaming(before.columns(), after.columns()).pairs(gone, came);
        renamed.forEach(this::renamed);
        gone.stream().filter(column -> !renamed.containsKey(column)).forEach(this::removed);
        came.stream().filter(column -> !renamed.containsValue(column)).forEach(this::added);
        if (kind == HeaderKind.OWN) {
            reordered();
        }
        for (ColumnLook old : before.columns()) {
            after.columns().stream()
                    .filter(now -> now.name().equals(old.name()))
                    .findFirst()
                    .or(() -> Optional.ofNullable(renamed.get(old)))
                    .ifPresent(now -> values(old, now));
        }
    }

    private Optional<Outline.Column> field(ColumnLook column) {
        return table.columns().stream()
                .filter(field ->
                        field.column().equals(column.name()) || field.aka().contains(column.name()))
                .findFirst();
    }

    private void tell(Change.Kind kind, ColumnLook column, String fact, String... proposal) {
        String at = field(column).map(Outline.Column::at).orElse("");
        changes.add(new Change(kind, column.name(), fact, at, List.of(proposal)));
    }

    private void renamed(ColumnLook old, ColumnLook now) {
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

    private void removed(ColumnLook old) {
        String fact = "The column `" + old.name() + "` is there no more.";
        if (field(old).filter(field -> !field.optional()).isPresent()) {
            tell(Change.Kind.COLUMN_REMOVED, old, fact, "optional: true");
        } else {
            tell(Change.Kind.COLUMN_REMOVED, old, fact);
        }
    }

    private void added(ColumnLook now) {
        String known =
                field(now).isPresent() || table.ignored().containsKey(now.name()) ? ", which the mapping knows" : "";
        String fact = "The column `" + now.name() + "` is new" + known + "; " + now.fill(after.records())
                + " % filled, " + now.type().word() + ".";
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

    private static List<String> common(FileLook some, FileLook others) {
        Set<String> names = new HashSet<>(others.header());
        return some.header().stream().filter(names::contains).toList();
    }

    private void values(ColumnLook old, ColumnLook now) {
        if (old.filled() > 0 && now.filled() > 0) {
            typed(old, now);
            coded(old, now);
        }
        boolean enough = before.records() >= ENOUGH && after.records() >= ENOUGH;
        int oldFill = old.fill(before.records());
        int newFill = now.fill(after.records());
        if (enough && Math.abs(oldFill - newFill) >= FILL) {
            tell(
                    Change.Kind.FILL_JUMPED,
                    old,
                    "The column `" + now.name() + "` was filled in " + oldFill + " % of the records, now in " + newFill
                            + " %.");
        }
    }

    private void typed(ColumnLook old, ColumnLook now) {
        boolean sameDays = old.formats().isEmpty() || old.formats().stream().anyMatch(now.formats()::contains);
        boolean same = old.type() == now.type() && sameDays || isText(old) && !old.dated() && !now.dated();
        if (same || Math.min(old.filled(), now.filled()) < ENOUGH) {
            return;
        }
        List<String> formats =
                new ArrayList<>(field(old).map(Outline.Column::formats).orElse(List.of()));
        formats.addAll(now.formats());
        String fact = "The column `" + now.name() + "` was " + said(old) + ", now it is " + said(now) + ".";
        if (now.dated() && field(old).isPresent()) {
            tell(Change.Kind.TYPE_CHANGED, old, fact, "format: " + YamlWord.list(formats));
        } else {
            tell(Change.Kind.TYPE_CHANGED, old, fact);
        }
    }

    /** True where the mapping takes whatever stands in a column, so that digits one day and letters the next are no change. */
    private boolean isText(ColumnLook column) {
        return field(column)
                .filter(field -> !field.type().equals(ValueType.STRING.word()))
                .isEmpty();
    }

    private static String said(ColumnLook column) {
        return column.type().described()
                + (column.formats().isEmpty() ? "" : " written as " + String.join(" or ", column.formats()));
    }

    private void coded(ColumnLook old, ColumnLook now) {
        Optional<Outline.Codes> codes = field(old)
                .flatMap(field -> table.uses().stream()
                        .filter(use -> use.fields().contains(field.field()))
                        .flatMap(use -> use.codes().stream())
                        .findFirst());
        Set<String> added = new TreeSet<>(now.codes());
        old.codes().forEach(added::remove);
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
