package org.throughline.acceptance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.throughline.canonical.Entity;
import org.throughline.canonical.Field;
import org.throughline.testing.IntakeScene;

/** What the hub believes of one sender, looked at with plain SQL. */
public final class Beliefs {
    private final IntakeScene scene;
    private final String sender;

    private Beliefs(IntakeScene scene, String sender) {
        this.scene = scene;
        this.sender = sender;
    }

    /** A sender of its own with one feed, {@code <sender>/hmis}; what others sent is then no matter. */
    public static Beliefs ofNewSender(IntakeScene scene, String sender, String mapping) {
        scene.rows(
                "insert into intake.sender (sender, title, kind) values (?, 'Synthetic sender', 'trial') returning 1",
                sender);
        scene.rows(
                "insert into intake.feed (sender, name, mapping) values (?, 'hmis', ?) returning 1", sender, mapping);
        return new Beliefs(scene, sender);
    }

    /** Beliefs about an existing sender. */
    public static Beliefs of(IntakeScene scene, String sender) {
        return new Beliefs(scene, sender);
    }

    /** The sender's feed. */
    public String feed() {
        return sender + "/hmis";
    }

    /** How many records of this kind are believed now. */
    public long current(String entity) {
        return Long.parseLong(scene.value(
                        "select count(*) from canonical." + entity + " where sender = ? and recorded_to is null",
                        sender)
                .toString());
    }

    /** One value of a record believed now. */
    public Object value(String entity, String key, String field) {
        return scene.value(
                "select " + field + " from canonical." + entity
                        + " where sender = ? and key = ? and recorded_to is null",
                sender,
                key);
    }

    /** Every stored row with the transaction that wrote it last, rolled into a few figures: a touch of any row shows. */
    public Map<String, List<String>> everyRowAsStored() {
        return overEntities(entity ->
                List.of("select count(*), sum(hashtextextended(t::text, 0)), max(t.xmin::text::bigint) from canonical."
                        + entity.table() + " t where sender = ?"));
    }

    /** What is believed now, by key, without when and from which file the hub learned it. */
    public Map<String, List<String>> current() {
        return overEntities(entity -> {
            String fields = Stream.concat(
                            Stream.of("key"), entity.fields().stream().map(Field::name))
                    .map(name -> "coalesce(" + name + "::text, '')")
                    .collect(Collectors.joining(", "));
            return List.of("select concat_ws('|', " + fields + ") from canonical." + entity.table()
                    + " where sender = ? and recorded_to is null order by 1");
        });
    }

    private Map<String, List<String>> overEntities(java.util.function.Function<Entity, List<String>> queries) {
        Map<String, List<String>> found = new TreeMap<>();
        for (Entity entity : Entity.values()) {
            if (entity.schema().equals("canonical")) {
                queries.apply(entity)
                        .forEach(sql -> found.put(
                                entity.table(),
                                scene.rows(sql, sender).stream()
                                        .map(row -> String.join(
                                                " ",
                                                row.stream()
                                                        .map(String::valueOf)
                                                        .toList()))
                                        .toList()));
            }
        }
        return found;
    }
}
