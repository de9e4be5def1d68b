package org.throughline.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.canonical.Entity;
import org.throughline.canonical.Field;
import org.throughline.profile.HeaderWords;

/**
 * Decides which kinds of record a draft writes: a client, and with them the one event that most columns speak of; or an
 * organization, a program or a contract where no column numbers clients.
 */
final class Planner {
    private static final List<Entity> EVENTS = List.of(
            Entity.ENROLLMENT,
            Entity.SERVICE,
            Entity.REFERRAL,
            Entity.PLACEMENT,
            Entity.WAGE_QUARTER,
            Entity.APPOINTMENT,
            Entity.ADMIN_EVENT);
    private static final List<Entity> OTHERS = List.of(Entity.PUBLISHED_CONTRACT, Entity.ORGANIZATION, Entity.PROGRAM);
    /** A mail address or a street may be an organization's; these are not. */
    private static final Set<String> OF_A_PERSON =
            Set.of("first_name", "last_name", "middle_name", "birth_date", "ssn", "sex", "race_ethnicity");

    private static final int FULL = 95;
    private static final double NEARLY = 0.3;
    private static final Set<String> NUMBERS = Set.of("key", "client_key", "enrollment_key");

    private final List<Considered> columns;
    private final CodeMatcher codes;
    private final FieldNames names = new FieldNames();
    private final Map<String, Decided> decided = new LinkedHashMap<>();
    private final Map<Target, Considered> given = new HashMap<>();
    private final Map<String, String> left = new LinkedHashMap<>();

    private final String feed;

    /** Decides for a feed of this name, which may say what its rows are. */
    Planner(List<Considered> columns, CodeMatcher codes, String feed) {
        this.columns = columns;
        this.codes = codes;
        this.feed = feed;
    }

    Plan plan() {
        boolean persons = columns.stream()
                .flatMap(column -> column.in(Entity.CLIENT_RECORD).stream())
                .anyMatch(candidate -> OF_A_PERSON.contains(candidate.target().field()));
        Optional<Considered> client = client(persons);
        Optional<Entity> event = client.isPresent() ? best(EVENTS) : best(OTHERS);
        client.ifPresent(column -> decide(column, Target.CLIENT, clientReason(column)));
        if (client.isPresent()) {
            event.ifPresent(this::fields);
            fields(Entity.CLIENT_RECORD);
            event.filter(Entity.ENROLLMENT::equals).ifPresent(stay -> exit());
        } else {
            event.ifPresent(this::fields);
        }
        Optional<Entity> main = client.isPresent() ? event.or(() -> Optional.of(Entity.CLIENT_RECORD)) : event;
        List<Decided> key = main.map(entity -> key(entity, client)).orElse(List.of());
        if (key.isEmpty()) {
            decided.clear();
            main = Optional.empty();
        }
        leave();
        List<Decided> fields = columns.stream()
                .map(column -> decided.get(column.column().name()))
                .filter(field ->
                        field != null && !NUMBERS.contains(field.target().field()))
                .toList();
        return new Plan(main, client.map(column -> decided.get(column.column().name())), key, fields, left, true);
    }

    private Optional<Considered> client(boolean persons) {
        Optional<Considered> named = columns.stream()
                .filter(column -> column.client().filter(Candidate::taken).isPresent())
                .filter(column ->
                        column.column().personal().isEmpty() && column.column().fill() >= FULL)
                .filter(column -> persons || !bare(column))
                .max(Comparator.comparing(Planner::speaksOfClients));
        if (named.isPresent() || !persons) {
            return named;
        }
        return columns.stream()
                .filter(column -> column.numbers() && column.column().unique())
                .max(Comparator.comparing(
                        column -> column.client().map(Candidate::confidence).orElse(0.0)));
    }

    /** A name that says client or patient counts for more than a bare number. */
    private static double speaksOfClients(Considered column) {
        double confidence = column.client().orElseThrow().confidence();
        return bare(column) ? confidence - 0.5 : confidence;
    }

    private static boolean bare(Considered column) {
        return Set.of("id", "number", "key").containsAll(column.column().words().words());
    }

    private static String clientReason(Considered column) {
        Optional<Candidate> candidate = column.client().filter(Candidate::taken);
        return candidate
                .map(one -> "the client's number: " + one.reason())
                .orElse("taken for the client's number, since its name says number and no value stands twice");
    }

    private Optional<Entity> best(List<Entity> entities) {
        Entity best = null;
        double most = 0;
        for (Entity entity : entities) {
            double score = score(entity);
            score += entity == Entity.ENROLLMENT && score > 0 ? sum(found(Entity.ENROLLMENT_EXIT)) : 0;
            score += score > 0 && isNamed(entity) ? 1 : 0;
            if (score > most) {
                best = entity;
                most = score;
            }
        }
        return Optional.ofNullable(best);
    }

    /** True where the feed's name says what its rows are, such as organizations. */
    private boolean isNamed(Entity entity) {
        return HeaderWords.of(feed).words().stream()
                .anyMatch(word -> word.equals(entity.table()) || word.equals(entity.table() + "s"));
    }

    /** How much speaks for a kind of record; 0 where a field that it must have is missing. */
    private double score(Entity entity) {
        Map<String, Double> found = found(entity);
        boolean complete = entity.fields().stream()
                .filter(Field::required)
                .map(Field::name)
                .allMatch(name -> name.equals("client_key") || found.containsKey(name));
        return complete ? sum(found) : 0;
    }

    private static double sum(Map<String, Double> found) {
        return found.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The fields of a kind of record that some column can surely be. */
    private Map<String, Double> found(Entity entity) {
        Map<String, Double> found = new HashMap<>();
        for (Considered column : columns) {
            column.in(entity)
                    .filter(candidate -> !column.undecidedDays() && !more(column, candidate))
                    .filter(candidate -> codes.settles(column.column(), candidate.target()))
                    .ifPresent(candidate -> found.merge(candidate.target().field(), candidate.confidence(), Math::max));
        }
        return found;
    }

    /** True where a column is rather a part of the client. */
    private static boolean more(Considered column, Candidate candidate) {
        return column.in(Entity.CLIENT_RECORD)
                .filter(client -> client.confidence() >= candidate.confidence())
                .isPresent();
    }

    private void fields(Entity entity) {
        List<Considered> best = new ArrayList<>(columns);
        best.sort(Comparator.comparing(
                column -> -column.in(entity).map(Candidate::confidence).orElse(0.0)));
        for (Considered column : best) {
            column.in(entity)
                    .filter(candidate -> free(column) && !(entity != Entity.CLIENT_RECORD && more(column, candidate)))
                    .ifPresent(candidate -> decide(column, candidate));
        }
    }

    private boolean free(Considered column) {
        return !decided.containsKey(column.column().name())
                && !left.containsKey(column.column().name());
    }

    /** The end of a stay is a record of its own, and there only where its day is. */
    private void exit() {
        boolean ends = columns.stream()
                .filter(this::free)
                .anyMatch(column -> !column.undecidedDays()
                        && column.in(Entity.ENROLLMENT_EXIT)
                                .filter(candidate -> candidate.target().field().equals("exit_date"))
                                .isPresent());
        if (ends) {
            fields(Entity.ENROLLMENT_EXIT);
        }
    }

    private void decide(Considered column, Candidate candidate) {
        Target target = candidate.target();
        String name = column.column().name();
        if (given.containsKey(target)) {
            left.put(
                    name,
                    "it may be " + target + " too, for which `"
                            + given.get(target).column().name() + "` was taken");
        } else if (column.undecidedDays()) {
            left.put(
                    name,
                    "it may be " + candidate.shown() + ", but "
                            + column.column().type().why()
                            + "; ask the sender, then suggest again with --month-first or --day-first");
        } else if (target.canonical()
                .filter(field -> field.parent().isPresent())
                .isPresent()) {
            left.put(name, "it may be " + candidate.shown() + ", whose record must be known to the hub");
        } else {
            coded(column, candidate);
        }
    }

    private void coded(Considered column, Candidate candidate) {
        Optional<String> list = codes.list(candidate.target());
        Optional<CodeMatch> match = list.map(name -> codes.match(column.column(), name));
        if (match.isPresent() && match.get().from().isEmpty()) {
            left.put(
                    column.column().name(),
                    "it may be " + candidate.shown() + "; say under codes which of its words "
                            + (match.get().undecided() ? "(" + match.get().openShown() + ") " : "")
                            + "are which of " + list.get());
            return;
        }
        add(
                column,
                candidate.target(),
                candidate.shown() + ": " + candidate.reason() + rivals(column, candidate),
                match);
    }

    /** Other fields for which as much speaks, or nearly. */
    private static String rivals(Considered column, Candidate taken) {
        String others = column.candidates().stream()
                .filter(other -> other.taken() && !other.equals(taken))
                .filter(other -> other.confidence() >= taken.confidence() - NEARLY)
                .map(Candidate::shown)
                .limit(2)
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? "" : "; or is it " + others + "?";
    }

    private void decide(Considered column, Target target, String reason) {
        add(column, target, reason, Optional.empty());
    }

    private void add(Considered column, Target target, String reason, Optional<CodeMatch> match) {
        String name = column.column().name();
        given.put(target, column);
        decided.put(name, new Decided(column, target, names.name(name), reason, match));
    }

    /** The columns that name a row: a number of its own, or the client and the day. */
    private List<Decided> key(Entity main, Optional<Considered> client) {
        Optional<Decided> number =
                client.map(column -> decided.get(column.column().name()));
        if (main == Entity.CLIENT_RECORD) {
            return number.stream().toList();
        }
        Optional<Considered> own = columns.stream()
                .filter(column ->
                        free(column) && column.numbers() && column.column().unique())
                .max(Comparator.comparing(column -> column.confidence(new Target(main, "key"))));
        if (own.isPresent()) {
            decide(own.get(), new Target(main, "key"), "names the row: its name says number and no value stands twice");
            return List.of(decided.get(own.get().column().name()));
        }
        List<Decided> key = new ArrayList<>(number.stream().toList());
        main.fields().stream()
                .filter(field -> field.required() && !field.name().equals("client_key"))
                .map(field -> given.get(new Target(main, field.name())))
                .filter(java.util.Objects::nonNull)
                .forEach(column -> key.add(decided.get(column.column().name())));
        return client.isPresent() || main == Entity.PUBLISHED_CONTRACT ? key : List.of();
    }

    private void leave() {
        for (Considered column : columns) {
            if (free(column)) {
                left.put(column.column().name(), undecided(column));
            }
        }
        columns.forEach(column -> {
            String reason = left.remove(column.column().name());
            if (reason != null) {
                left.put(column.column().name(), "not decided: " + reason);
            }
        });
    }

    private static String undecided(Considered column) {
        String nearest = column.candidates().stream()
                .findFirst()
                .map(candidate -> candidate.taken()
                        ? "it may be " + candidate.shown() + ", but the draft writes no such record"
                        : "nearest is " + candidate.shown())
                .orElse("no canonical field is near");
        return column.column().filled() == 0 ? nearest + "; always empty in the sample" : nearest;
    }
}
