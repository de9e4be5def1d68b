package org.throughline.trial;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.throughline.canonical.CanonicalRecord;
import org.throughline.canonical.Entity;
import org.throughline.intake.Counts;
import org.throughline.intake.Load;
import org.throughline.intake.MemberReport;
import org.throughline.intake.RecordState;
import org.throughline.intake.Settling;
import org.throughline.intake.SettlingProblem;
import org.throughline.intake.StagedRecord;
import org.throughline.intake.SubmissionStatus;
import org.throughline.mapping.Content;
import org.throughline.problem.Level;
import org.throughline.problem.Problem;

/**
 * A load that stores nothing: it keeps of every record its place and what it says by hash, counts problems, and decides at
 * the end as the database would for a hub that knows nothing of the sender yet.
 */
final class TrialLoad implements Load {
    private final TrialWatcher watcher;
    private final long lastRows;
    private final List<TriedRecord> records = new ArrayList<>();
    private final Map<Entity, List<Claim>> claims = new EnumMap<>(Entity.class);
    private final ProblemTally problems = new ProblemTally();
    private final Map<String, Map<RecordState, Long>> members = new LinkedHashMap<>();
    private long bad;
    private SubmissionStatus status = SubmissionStatus.RECEIVED;

    TrialLoad(TrialWatcher watcher, long lastRows) {
        this.watcher = watcher;
        this.lastRows = lastRows;
    }

    @Override
    public boolean decided() {
        return false;
    }

    @Override
    public void member(String name, List<String> header) {
        members.putIfAbsent(name, new EnumMap<>(RecordState.class));
        watcher.member(name, header);
    }

    @Override
    public void stage(StagedRecord record) {
        TriedRecord tried = new TriedRecord(records.size() + 1L, record.place(), record.state());
        records.add(tried);
        int ordinal = 0;
        for (CanonicalRecord canonical : record.records()) {
            claims.computeIfAbsent(canonical.entity(), any -> new ArrayList<>())
                    .add(Claim.of(tried, ordinal++, canonical));
        }
        record.problems().forEach(problem -> problems.of(tried, problem));
        watcher.record(tried, record);
    }

    @Override
    public void problem(Problem problem) {
        problems.whole(problem);
    }

    @Override
    public void settle(Settling terms) {
        boolean inOrder = terms.receive().content() == Content.EVENTS;
        new TrialDecision(records, claims).decide(inOrder);
        records.forEach(record -> record.found().forEach(problem -> problems.of(record, problem)));
        if (terms.snapshot()) {
            noteUnreadable(terms.closedByAbsence());
        }
        bad = records.stream()
                .filter(record -> record.is(RecordState.HELD) || record.is(RecordState.REJECTED))
                .count();
        if (terms.receive().holdFileIf().holds(records.size(), bad, lastRows)) {
            problem(SettlingProblem.fileRule(records.size(), bad, lastRows));
        }
        status = decidedStatus();
        for (TriedRecord record : records) {
            if (status != SubmissionStatus.LOADED && !record.is(RecordState.REJECTED)) {
                record.becomes(RecordState.HELD);
            }
            members.get(record.place().member()).merge(record.state(), 1L, Long::sum);
        }
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    /** What becomes of the file as a whole. */
    SubmissionStatus status() {
        return status;
    }

    /** Records held or rejected by themselves, before the file as a whole is looked at. */
    long bad() {
        return bad;
    }

    List<TrialProblem> problems() {
        return problems.all();
    }

    List<MemberReport> members() {
        List<MemberReport> reports = new ArrayList<>();
        members.forEach((name, states) -> {
            Counts counts = Counts.of(states);
            reports.add(new MemberReport(name, true, Optional.empty(), OptionalLong.of(counts.read()), counts));
        });
        return reports;
    }

    private SubmissionStatus decidedStatus() {
        if (problems.hasWhole(Level.REJECT)) {
            return SubmissionStatus.REJECTED;
        }
        return problems.has(Level.HOLD_FILE) ? SubmissionStatus.HELD : SubmissionStatus.LOADED;
    }

    private void noteUnreadable(Map<String, Set<Entity>> closedByAbsence) {
        Map<Entity, Set<String>> kinds = new EnumMap<>(Entity.class);
        closedByAbsence.forEach((member, entities) -> entities.forEach(
                entity -> kinds.computeIfAbsent(entity, any -> new TreeSet<>()).add(member)));
        List<String> unknown = kinds.entrySet().stream()
                .filter(kind -> isUnreadable(kind.getKey(), kind.getValue()))
                .map(kind -> kind.getKey().table())
                .toList();
        if (!unknown.isEmpty()) {
            problem(SettlingProblem.snapshotNotClosed(unknown));
        }
    }

    private boolean isUnreadable(Entity entity, Set<String> of) {
        Set<TriedRecord> saying = new HashSet<>();
        claims.getOrDefault(entity, List.of()).forEach(claim -> saying.add(claim.of()));
        return records.stream()
                .filter(record -> record.is(RecordState.HELD) || record.is(RecordState.REJECTED))
                .anyMatch(record -> of.contains(record.place().member()) && !saying.contains(record));
    }
}
