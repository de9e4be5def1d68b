package org.throughline.format.hl7;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.format.ByteSource;
import org.throughline.format.KindSurvey;
import org.throughline.format.RecordKinds;
import org.throughline.format.RecordReader;
import org.throughline.format.UnreadableException;

/**
 * A file of messages of several types, plain, in batches (FHS, BHS) or framed by MLLP. A kind is a group of types that a
 * mapping names; a type that it does not name is a kind of its own, and so is what cannot be told to be of any type. Where
 * the mapping gives the name of such a type to a kind that does not take it, as when {@code ADT} stands for
 * {@code ADT^A01} alone, the type is the kind {@code other ADT}.
 *
 * @param kinds the types of each kind, by the name that the mapping gives it
 */
public record Hl7Kinds(Hl7Setting setting, Map<String, Set<String>> kinds) implements RecordKinds {
    /** Name of the kind of all that is no message of any type. */
    public static final String UNREADABLE = "unreadable";

    public Hl7Kinds {
        kinds = Map.copyOf(kinds);
    }

    /** True of a type, or a type and an event, as MSH-9 states them. */
    public static boolean isType(String text) {
        return MessageType.valid(text);
    }

    @Override
    public KindSurvey survey(ByteSource source) throws IOException {
        Map<String, Long> records = new LinkedHashMap<>();
        Envelopes envelopes = new Envelopes();
        try (Units units = Units.open(source, setting)) {
            for (Optional<Unit> unit = units.next(); unit.isPresent(); unit = units.next()) {
                envelopes.pass(unit.get());
                kind(unit.get()).ifPresent(kind -> records.merge(kind, 1L, Long::sum));
            }
            envelopes.end();
        } catch (UnreadableException e) {
            envelopes.problem(e.problem());
        }
        return new KindSurvey(records, envelopes.problems());
    }

    @Override
    public RecordReader whole(ByteSource source, String kind) throws IOException {
        return new WholeReader(Units.open(source, setting), this, kind);
    }

    /** The kind of a unit; empty for an envelope, which is none. */
    Optional<String> kind(Unit unit) {
        if (unit instanceof Unit.Envelope) {
            return Optional.empty();
        }
        return Optional.of(type(unit).map(this::kind).orElseGet(() -> ofNoMapping(UNREADABLE)));
    }

    private static Optional<String> type(Unit unit) {
        return unit instanceof Unit.RawMessage message ? MessageType.of(message.header()) : Optional.empty();
    }

    private String kind(String type) {
        return kinds.entrySet().stream()
                .filter(kind -> kind.getValue().contains(type))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> ofNoMapping(type));
    }

    /** A name that no kind of the mapping has, so that nothing is counted as of a kind whose reader passes it over. */
    private String ofNoMapping(String name) {
        return kinds.containsKey(name) ? ofNoMapping("other " + name) : name;
    }
}
