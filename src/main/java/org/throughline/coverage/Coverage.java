package org.throughline.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.throughline.canonical.Entity;
import org.throughline.canonical.Field;
import org.throughline.mapping.Outline;

/** Who supplies which canonical field, from what the mappings agree and what is stored. */
public final class Coverage {
    /** How many submissions of a feed count as its latest. */
    public static final int LATEST = 5;

    private final List<Outline> mappings;
    private final StoredRecords stored;
    private final List<Need> needs;

    /** Coverage of these mappings; those of public standards, which have no sender, are left out. */
    public Coverage(List<Outline> mappings, StoredRecords stored, List<Need> needs) {
        this.mappings =
                mappings.stream().filter(outline -> outline.id().contains("/")).toList();
        this.stored = stored;
        this.needs = List.copyOf(needs);
    }

    private static String sender(Outline outline) {
        return outline.id().substring(0, outline.id().indexOf('/'));
    }

    /** One line for each sender and each field of the kinds of record that it writes, where it is set, required or needed. */
    public List<Supply> supplies() {
        Map<String, Map<String, List<Source>>> bySender = sources();
        Map<String, StoredRecords.Filled> filled = new LinkedHashMap<>();
        stored.filled().forEach(one -> filled.put(one.sender() + " " + one.entity(), one));
        Troubles troubles = new Troubles(stored);
        Trends trends = new Trends(stored);
        List<Supply> supplies = new ArrayList<>();
        bySender.forEach((sender, sources) -> {
            Set<String> written = new TreeSet<>();
            sources.keySet().forEach(target -> written.add(target.substring(0, target.indexOf('.'))));
            for (String entity : written) {
                for (Field field : Entity.named(entity).orElseThrow().fields()) {
                    String target = entity + "." + field.name();
                    List<Source> from = sources.getOrDefault(target, List.of());
                    if (!from.isEmpty() || field.required() || !users(target).isEmpty()) {
                        supplies.add(new Supply(
                                sender,
                                target,
                                field.required(),
                                from.stream().map(Source::mapping).distinct().toList(),
                                from.stream()
                                        .flatMap(one -> one.columns().stream())
                                        .distinct()
                                        .toList(),
                                fill(filled.get(sender + " " + entity), field.name()),
                                troubles.valid(from),
                                trends.of(from),
                                users(target)));
                    }
                }
            }
        });
        return supplies;
    }

    /** Where a field comes from. */
    record Source(String mapping, String member, List<Outline.Column> from) {
        List<String> columns() {
            return from.stream().map(Outline.Column::column).toList();
        }
    }

    private Map<String, Map<String, List<Source>>> sources() {
        Map<String, Map<String, List<Source>>> sources = new TreeMap<>();
        for (Outline outline : mappings) {
            for (Outline.Table table : outline.tables()) {
                for (Outline.Use use : table.uses()) {
                    sources.computeIfAbsent(sender(outline), any -> new TreeMap<>())
                            .computeIfAbsent(use.entity() + "." + use.target(), any -> new ArrayList<>())
                            .add(new Source(outline.id(), table.member(), table.columns(use)));
                }
            }
        }
        return sources;
    }

    private List<String> users(String target) {
        return needs.stream().filter(need -> need.uses(target)).map(Need::user).toList();
    }

    private static OptionalInt fill(StoredRecords.Filled filled, String field) {
        return filled == null || filled.records() == 0
                ? OptionalInt.empty()
                : OptionalInt.of((int) (100 * filled.fields().getOrDefault(field, 0L) / filled.records()));
    }

    /** For each need the senders that write such records but cannot supply an essential field, with these fields. */
    public Map<String, Map<String, List<String>>> gaps() {
        Map<String, Map<String, List<String>>> gaps = new LinkedHashMap<>();
        Map<String, Map<String, List<Source>>> bySender = sources();
        for (Need need : needs) {
            bySender.forEach((sender, sources) -> {
                boolean concerned = need.reads().essential().stream().anyMatch(sources::containsKey);
                List<String> missing = need.reads().essential().stream()
                        .filter(target -> !sources.containsKey(target))
                        .sorted()
                        .toList();
                if (concerned && !missing.isEmpty()) {
                    gaps.computeIfAbsent(need.user(), any -> new TreeMap<>()).put(sender, missing);
                }
            });
        }
        return gaps;
    }

    /** The columns that nobody used, proposed for removal. */
    public List<UnusedColumn> unused() {
        List<UnusedColumn> unused = new ArrayList<>();
        for (Outline outline : mappings) {
            for (Outline.Table table : outline.tables()) {
                for (Outline.Column column : table.columns()) {
                    if (!isUsed(table, column)) {
                        unused.add(new UnusedColumn(
                                sender(outline),
                                outline.id(),
                                table.member(),
                                column.column(),
                                targets(table, column),
                                column.at()));
                    }
                }
            }
        }
        unused.sort(Comparator.comparing(UnusedColumn::mapping));
        return unused;
    }

    /** What used each column that a sender is asked for, of what was made since some day. */
    public List<UsedColumn> used(List<StoredRecords.Used> made) {
        List<UsedColumn> used = new ArrayList<>();
        for (Outline outline : mappings) {
            for (Outline.Table table : outline.tables()) {
                for (Outline.Column column : table.columns()) {
                    Set<String> users = new TreeSet<>();
                    needing(table, column).forEach(use -> users.addAll(users(target(use))));
                    used.add(new UsedColumn(
                            sender(outline),
                            outline.id(),
                            table.member(),
                            column.column(),
                            isAgreed(table, column),
                            made.stream()
                                    .filter(one -> users.contains(one.user()))
                                    .filter(one -> one.sender().isEmpty()
                                            || one.sender().equals(sender(outline)))
                                    .toList()));
                }
            }
        }
        used.sort(Comparator.comparing(UsedColumn::mapping));
        return used;
    }

    /** A key, a reference, a check, a field without which no record is stored, and a question under when are use enough. */
    private boolean isUsed(Outline.Table table, Outline.Column column) {
        return isAgreed(table, column)
                || needing(table, column).stream()
                        .anyMatch(use -> !users(target(use)).isEmpty());
    }

    private static boolean isAgreed(Outline.Table table, Outline.Column column) {
        List<Outline.Use> uses = needing(table, column);
        boolean checked =
                table.checks().stream().anyMatch(check -> check.fields().contains(column.field()));
        return checked
                || uses.isEmpty()
                || uses.stream()
                        .anyMatch(use -> use.target().equals(Outline.Use.KEY)
                                || use.required()
                                || use.target().endsWith("_key"));
    }

    private static List<Outline.Use> needing(Outline.Table table, Outline.Column column) {
        return table.uses().stream().filter(use -> use.needs(column.field())).toList();
    }

    private static String target(Outline.Use use) {
        return use.entity() + "." + use.target();
    }

    private static List<String> targets(Outline.Table table, Outline.Column column) {
        return table.uses().stream()
                .filter(use -> use.fields().contains(column.field()))
                .map(Coverage::target)
                .distinct()
                .toList();
    }
}
