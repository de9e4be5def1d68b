package org.throughline.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.throughline.canonical.Entity;
import org.throughline.mapping.Content;
import org.throughline.mapping.Facts;
import org.throughline.mapping.Mapping;
import org.throughline.mapping.MemberMapping;
import org.throughline.mapping.RowMapping;
import org.throughline.problem.NotFoundException;

/** Decides single records of decided submissions again: when their parents have come, or when a person has ruled. */
final class SecondLook {
    private final IntakePorts ports;
    private final Mappings mappings;

    SecondLook(IntakePorts ports, Mappings mappings) {
        this.ports = ports;
        this.mappings = mappings;
    }

    /** Takes up the sender's records whose parents are here, until none is left; returns the submissions concerned. */
    Set<Long> takeUpWaiting(String sender) {
        Set<Long> touched = new TreeSet<>();
        List<RecordId> ready = ports.loads().ready(sender);
        List<RecordId> before = List.of();
        while (!ready.isEmpty() && !ready.equals(before)) {
            Map<Long, List<RecordId>> bySubmission = ready.stream()
                    .collect(Collectors.groupingBy(RecordId::submission, TreeMap::new, Collectors.toList()));
            bySubmission.forEach((submission, records) -> again(submission, records, false));
            touched.addAll(bySubmission.keySet());
            before = ready;
            ready = ports.loads().ready(sender);
        }
        return touched;
    }

    /** Decides these records again under the mapping that counts now, its own checks waived by a person. */
    void release(long submission, List<RecordId> records) {
        again(submission, records, true);
    }

    private void again(long number, List<RecordId> records, boolean ruled) {
        Submission submission = ports.ledger().submission(number).orElseThrow();
        List<HeldCells> cells = records.stream()
                .map(id -> ports.held()
                        .cells(id)
                        .orElseThrow(() -> new NotFoundException("There is no held record " + id + ".")))
                .toList();
        Mappings.Versioned mapping = ruled
                ? mappings.reading(submission)
                : mappings.version(cells.get(0).mappingVersion());
        try (Load load = ports.loads().beginAgain(submission, mapping.version())) {
            cells.stream()
                    .collect(Collectors.groupingBy(kept -> kept.id().member(), TreeMap::new, Collectors.toList()))
                    .forEach((member, kept) -> stage(load, bound(mapping.mapping(), member, kept.get(0)), kept, ruled));
            load.settle(terms(mapping.mapping(), cells.get(0).facts(), ruled));
        }
    }

    /** A later snapshot has the last word over what waited, but not over a person. */
    private static Settling terms(Mapping mapping, Facts facts, boolean ruled) {
        boolean snapshot = !ruled
                && mapping.receive().content() == Content.SNAPSHOT
                && mapping.receive().snapshotIf().holds(facts);
        Map<String, Set<Entity>> closedByAbsence = mapping.members().stream()
                .collect(Collectors.toMap(MemberMapping::member, MemberMapping::closedByAbsence));
        return new Settling(mapping.receive(), facts, Optional.empty(), snapshot, closedByAbsence, List.of(), Set.of());
    }

    private static RowMapping bound(Mapping mapping, String member, HeldCells first) {
        return MemberFiles.mappingOf(mapping, member)
                .orElseThrow(
                        () -> new NotFoundException("The mapping " + mapping.id() + " no longer takes " + member + "."))
                .bind(first.header(), first.facts())
                .rows();
    }

    private static void stage(Load load, RowMapping rows, List<HeldCells> kept, boolean ruled) {
        HeldCells first = kept.get(0);
        RowMapping bound = ruled ? rows.waivingChecks() : rows;
        load.member(first.id().member(), first.header());
        kept.forEach(cells -> load.stage(MemberReading.staged(cells.record(), bound.map(cells.record()))));
    }
}
