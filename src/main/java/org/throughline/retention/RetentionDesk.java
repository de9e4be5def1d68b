package org.throughline.retention;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.throughline.problem.RefusedException;

/**
 * Where records officers see what is due, purge it, and prove it. Each part of a submission goes in a transaction of its own
 * that also writes its proof; what a stop leaves undone, the next purge or start of the hub does.
 */
public final class RetentionDesk {
    /** So many deletions are made without a person's yes to their number. */
    public static final long UNASKED = 100;

    private final RetentionStore store;
    private final Holds holds;
    private final KeptFiles files;
    private final ProofBook book;
    private final Clock clock;

    /**
     * The desk of a hub.
     *
     * @param home the hub's home, where originals and the book of deletions stand
     * @param clock in the zone of the hub, whose local day counts
     */
    public RetentionDesk(RetentionStore store, Holds holds, Path home, Clock clock) {
        this.store = store;
        this.holds = holds;
        this.files = new KeptFiles(home);
        this.book = new ProofBook(home.resolve("deletions").resolve("proofs.log"));
        this.clock = clock;
    }

    /** What would go on a day, and what stays although its retention has ended. */
    public record Forecast(LocalDate on, List<Proof> goes, List<Due> stays) {
        public Forecast {
            goes = List.copyOf(goes);
            stays = List.copyOf(stays);
        }

        /** How many things would be removed. */
        public long deletions() {
            return goes.stream().mapToLong(Proof::deletions).sum();
        }
    }

    /** How a purge ended. */
    public sealed interface Outcome {

        /** These parts are gone. */
        record Done(List<Proof> proofs) implements Outcome {}

        /** More would go than is removed without a person's yes, or another number than was said yes to. */
        record Unconfirmed(Forecast forecast) implements Outcome {}
    }

    /** What was there again at a start of the hub, and what a legal hold in a restored database keeps. */
    public record Again(int purged, int files, int held) {}

    /** Something that should be gone and is not, or a proof that is missing somewhere. */
    public record Finding(String proof, String fact) {}

    /** The local day of the hub. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** What a purge on a day would remove. Changes nothing. */
    public Forecast forecast(LocalDate on) {
        return new Forecast(
                on,
                store.tried(on),
                store.due(on).stream().filter(due -> due.stays().isPresent()).toList());
    }

    /** Purges all that is due today; more than {@link #UNASKED} deletions need a person's yes to their number. */
    public Outcome purge(Optional<Long> confirmed) {
        again();
        Forecast forecast = forecast(today());
        long deletions = forecast.deletions();
        if (!confirmed.map(said -> said == deletions).orElse(deletions <= UNASKED)) {
            return new Outcome.Unconfirmed(forecast);
        }
        List<Proof> proofs = new ArrayList<>();
        for (Proof tried : forecast.goes()) {
            Proof proof = store.purge(tried, forecast.on());
            finish(List.of(proof));
            proofs.add(proof);
        }
        return new Outcome.Done(proofs);
    }

    /** Removes the files of parts that the database has forgotten, looks whether all is gone, and enters the proofs in the book. */
    private void finish(List<Proof> proofs) {
        files.remove(proofs);
        proofs.forEach(proof -> store.checked(proof, left(proof)));
        book.add(proofs);
    }

    private long left(Proof proof) {
        return store.rowsLeft(proof) + files.of(List.of(proof)).size();
    }

    /**
     * Purges again what the book says was purged and what is there again, since a backup was restored, and ends what a purge that
     * was cut off had begun. Called before anything is taken in.
     */
    public Again again() {
        Map<String, Integer> results = new java.util.TreeMap<>();
        Set<String> known = names();
        List<ProofBook.Line> lines = book.lines();
        lines.stream()
                .filter(line -> !known.contains(line.name()))
                .forEach(line -> results.merge(store.again(line.text()).name(), 1, Integer::sum));
        List<Proof> proofs = store.proofs();
        int removed = files.remove(proofs);
        Set<String> unchecked = store.unchecked();
        proofs.stream()
                .filter(proof -> unchecked.contains(proof.name()))
                .forEach(proof -> store.checked(proof, left(proof)));
        Set<String> written = lines.stream().map(ProofBook.Line::name).collect(Collectors.toSet());
        book.add(
                proofs.stream().filter(proof -> !written.contains(proof.name())).toList());
        return new Again(
                results.getOrDefault(RetentionStore.Again.PURGED.name(), 0),
                removed,
                results.getOrDefault(RetentionStore.Again.HELD.name(), 0));
    }

    private Set<String> names() {
        return store.proofs().stream().map(Proof::name).collect(Collectors.toSet());
    }

    /** All proofs, oldest first. */
    public List<Proof> proofs() {
        return store.proofs();
    }

    /** Looks again for everything that proofs say is gone, and holds the book against the database. */
    public List<Finding> verify() {
        List<Finding> findings = new ArrayList<>();
        Map<String, Proof> proofs = store.proofs().stream().collect(Collectors.toMap(Proof::name, Function.identity()));
        book.broken()
                .ifPresent(line -> findings.add(
                        new Finding("book", "Line " + line + " of the book does not follow from the one before it.")));
        Set<String> written = new HashSet<>();
        for (ProofBook.Line line : book.lines()) {
            written.add(line.name());
            Proof proof = proofs.get(line.name());
            if (proof == null) {
                findings.add(new Finding(line.name(), "The book has this proof and the database has not."));
            } else if (!proof.text().equals(line.text())) {
                findings.add(new Finding(line.name(), "The book and the database say different things."));
            }
        }
        proofs.keySet().stream()
                .filter(name -> !written.contains(name))
                .sorted()
                .map(name -> new Finding(name, "The database has this proof and the book has not."))
                .forEach(findings::add);
        proofs.values().forEach(proof -> look(proof, findings));
        return findings;
    }

    private void look(Proof proof, List<Finding> findings) {
        long rows = store.rowsLeft(proof);
        int there = files.of(List.of(proof)).size();
        if (rows + there > 0) {
            store.checked(proof, rows + there);
            findings.add(new Finding(
                    proof.name(),
                    "Of what is proved to be gone, " + there + " files and " + rows + " rows are there."));
        }
    }

    /** Places a legal hold; gives its number. */
    public long hold(Hold.Scope scope, String reason) {
        mustTell(reason);
        return holds.place(scope, reason);
    }

    /** Lifts a legal hold. */
    public void lift(long number, String reason) {
        mustTell(reason);
        holds.lift(number, reason);
    }

    private static void mustTell(String reason) {
        if (reason.isBlank()) {
            throw new RefusedException("A legal hold is placed and lifted with a reason. Say why.");
        }
    }

    /** All legal holds, those that stand first. */
    public List<Hold> holds() {
        return holds.all();
    }
}
