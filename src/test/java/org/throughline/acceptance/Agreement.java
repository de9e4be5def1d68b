package org.throughline.acceptance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.throughline.intake.MemberReport;
import org.throughline.intake.Progress;
import org.throughline.intake.Receipt;
import org.throughline.intake.StagedRecord;
import org.throughline.mapping.Mapping;
import org.throughline.mapping.MappingCompiler;
import org.throughline.problem.Problem;
import org.throughline.testing.IntakeScene;
import org.throughline.trial.Trial;
import org.throughline.trial.TrialFile;
import org.throughline.trial.TrialProblem;
import org.throughline.trial.TrialResult;
import org.throughline.trial.TrialWatcher;
import org.throughline.trial.TriedRecord;

/** Holds what a trial says of a file against what intake makes of it for a sender of whom the hub knows nothing. */
final class Agreement {
    /** Tells how a merge stands among the clients that the hub holds, which a trial without a hub cannot tell. */
    private static final String STANDING = "MERGE_AWAITS_CLIENT";

    private static int senders;

    private final IntakeScene scene;
    private final Mapping mapping;

    Agreement(IntakeScene scene, String mapping) {
        this.scene = scene;
        this.mapping = new MappingCompiler()
                .compile(scene.ports().catalog().find(mapping).orElseThrow())
                .mapping()
                .orElseThrow();
    }

    /** Where the two disagree about the same file. */
    List<String> differences(Path file) {
        return differences(file, file);
    }

    /** Where they disagree about two files. */
    List<String> differences(Path taken, Path tried) {
        String sender = "agree-" + ++senders;
        Receipt receipt =
                scene.run(Beliefs.ofNewSender(scene, sender, mapping.id()).feed(), taken);
        Seen seen = new Seen();
        TrialResult result =
                new Trial(mapping).run(TrialFile.of(tried, scene.ports().clock().instant()), seen, Progress.SILENT);
        List<String> differences = new ArrayList<>();
        compare(differences, "status", receipt.status(), result.status());
        compare(differences, "period", receipt.period(), result.period());
        compare(differences, "counts", receipt.records(), result.records());
        compare(differences, "members", members(receipt.members()), members(result.members()));
        compare(
                differences,
                "problems",
                receipt.problems().stream()
                        .filter(report -> !report.code().equals(STANDING))
                        .toList(),
                result.problems().stream().map(TrialProblem::report).toList());
        compareRecords(differences, stored(receipt.submission()), seen.records());
        return differences;
    }

    private static void compare(List<String> differences, String what, Object intake, Object trial) {
        if (!Objects.equals(intake, trial)) {
            differences.add(what + ": intake " + intake + ", trial " + trial);
        }
    }

    private static void compareRecords(
            List<String> differences, Map<String, String> stored, Map<String, String> tried) {
        TreeSet<String> all = new TreeSet<>(stored.keySet());
        all.addAll(tried.keySet());
        all.forEach(record -> compare(differences, record, stored.get(record), tried.get(record)));
    }

    private static List<String> members(List<MemberReport> members) {
        return members.stream()
                .map(member -> member.file() + " " + member.taken() + " " + member.reason() + " " + member.counts()
                        + (member.taken() ? "" : member.records()))
                .toList();
    }

    private Map<String, String> stored(long submission) {
        Map<String, List<String>> problems = new LinkedHashMap<>();
        scene.rows(
                        "select member || ' ' || record_number, code || ' ' || level || ' ' || coalesce(column_name,"
                                + " '') || ' ' || told from intake.problem where submission_id = ? and record_number > 0"
                                + " and code <> '" + STANDING + "'",
                        submission)
                .forEach(row -> problems.computeIfAbsent(row.get(0), any -> new ArrayList<>())
                        .add(row.get(1)));
        Map<String, String> records = new LinkedHashMap<>();
        scene.rows(
                        "select member || ' ' || record_number, state || ' ' || line || ' ' || row_number from"
                                + " intake.source_record_state where submission_id = ?",
                        submission)
                .forEach(row ->
                        records.put(row.get(0), told(row.get(1), problems.getOrDefault(row.get(0), List.of()))));
        return records;
    }

    private static String told(String state, List<String> problems) {
        return state + " " + problems.stream().sorted().toList();
    }

    private static final class Seen implements TrialWatcher {
        private final List<TriedRecord> tried = new ArrayList<>();
        private final List<List<Problem>> problems = new ArrayList<>();

        @Override
        public void record(TriedRecord record, StagedRecord staged) {
            tried.add(record);
            problems.add(staged.problems());
        }

        Map<String, String> records() {
            Map<String, String> records = new LinkedHashMap<>();
            for (int i = 0; i < tried.size(); i++) {
                TriedRecord record = tried.get(i);
                List<Problem> all = new ArrayList<>(problems.get(i));
                all.addAll(record.found());
                records.put(
                        record.place().member() + " " + record.place().record(),
                        told(
                                record.state().word() + " " + record.place().line() + " "
                                        + record.place().row(),
                                all.stream().map(Seen::text).toList()));
            }
            return records;
        }

        private static String text(Problem problem) {
            return problem.code() + " " + problem.level().word() + " "
                    + problem.place().column() + " " + problem.told();
        }
    }
}
