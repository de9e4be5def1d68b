package org.throughline.trial;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.throughline.intake.AnnotatedOriginal;
import org.throughline.intake.RecordNote;
import org.throughline.intake.StagedRecord;
import org.throughline.mapping.Mapping;
import org.throughline.problem.Problem;

/** Remembers what is told about every record, for the annotated original. */
public final class TrialNotes implements TrialWatcher {
    private final Map<String, List<Noted>> members = new HashMap<>();

    private record Noted(TriedRecord tried, List<Problem> problems) {}

    @Override
    public void record(TriedRecord tried, StagedRecord record) {
        members.computeIfAbsent(record.place().member(), any -> new ArrayList<>())
                .add(new Noted(tried, record.problems()));
    }

    /** Writes the file with what is told about every record, as receipts do. */
    public void annotate(TrialResult result, Mapping mapping, TrialFile file, OutputStream out) throws IOException {
        new AnnotatedOriginal(mapping, file.submission(mapping.id()), file.path())
                .write(out, result.members(), this::of);
    }

    /** The notes of a member by record number; records without a problem share one per state. */
    Map<Long, RecordNote> of(String member) {
        Map<Long, RecordNote> notes = new HashMap<>();
        Map<String, RecordNote> plain = new HashMap<>();
        for (Noted noted : members.getOrDefault(member, List.of())) {
            String state = noted.tried().state().word();
            List<Problem> problems = new ArrayList<>(noted.problems());
            problems.addAll(noted.tried().found());
            notes.put(
                    noted.tried().place().record(),
                    problems.isEmpty()
                            ? plain.computeIfAbsent(state, word -> new RecordNote(word, "", ""))
                            : note(state, problems));
        }
        return notes;
    }

    private static RecordNote note(String state, List<Problem> problems) {
        TreeSet<String> guidance =
                problems.stream().map(Problem::guidance).collect(Collectors.toCollection(TreeSet::new));
        return new RecordNote(
                state,
                problems.stream().map(Problem::told).collect(Collectors.joining(" ")),
                String.join(" ", guidance));
    }
}
