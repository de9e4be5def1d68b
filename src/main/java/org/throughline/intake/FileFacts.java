package org.throughline.intake;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.format.RecordReader;
import org.throughline.format.SourceRecord;
import org.throughline.mapping.BundleRule;
import org.throughline.mapping.Facts;
import org.throughline.mapping.Mapping;
import org.throughline.mapping.MemberMapping;
import org.throughline.mapping.Period;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/** What a file says as a whole, by its name, its control member and its period, before any of its records is mapped. */
final class FileFacts {
    private final Submission submission;
    private final Mapping mapping;
    private final List<Problem> problems = new ArrayList<>();
    private final Optional<Period> period;
    private Facts facts;

    private FileFacts(Submission submission, Mapping mapping, MemberFiles files) throws IOException {
        this.submission = submission;
        this.mapping = mapping;
        this.facts = baseFacts();
        problems.addAll(files.problems());
        readControl(files);
        this.period = findPeriod();
    }

    static FileFacts read(Submission submission, Mapping mapping, MemberFiles files) throws IOException {
        return new FileFacts(submission, mapping, files);
    }

    Facts facts() {
        return facts;
    }

    Optional<Period> period() {
        return period;
    }

    List<Problem> problems() {
        return problems;
    }

    private Facts baseFacts() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("file.name", submission.fileName());
        values.put(
                "received.on",
                LocalDate.ofInstant(submission.receivedAt(), mapping.receive().zone()));
        Optional<Map<String, String>> captures = mapping.receive().name().captures(submission.fileName());
        if (captures.isEmpty()) {
            problems.add(Problem.of(
                    ProblemCode.FILE_NAME,
                    Place.submission(),
                    "The name of the file is not of the form agreed for this feed."));
        }
        captures.orElse(Map.of()).forEach((name, text) -> {
            if (text != null) {
                values.put("file." + name, text);
            }
        });
        return new Facts(values);
    }

    private Optional<Period> findPeriod() {
        try {
            Optional<Period> found = mapping.receive().period().period(facts);
            found.ifPresent(
                    known -> facts = facts.with("period.from", known.from()).with("period.to", known.to()));
            return found;
        } catch (IllegalArgumentException e) {
            problems.add(Problem.of(ProblemCode.PERIOD_UNKNOWN, Place.submission(), e.getMessage()));
            return Optional.empty();
        }
    }

    private void readControl(MemberFiles files) throws IOException {
        Optional<String> control = mapping.bundle().flatMap(BundleRule::control);
        Optional<MemberFile> file = control.flatMap(files::find);
        if (file.isEmpty()) {
            return;
        }
        MemberMapping member = mapping.members().stream()
                .filter(candidate -> candidate.member().equals(control.get()))
                .findFirst()
                .orElseThrow();
        try (RecordReader reader = member.open(file.get().bytes(), file.get().name())) {
            var rows = member.bind(reader.header(), facts).rows();
            reader.next().ifPresent(reading -> {
                if (reading instanceof SourceRecord record) {
                    rows.fields(record).forEach((name, value) -> facts = facts.with("control." + name, value));
                }
            });
        }
    }
}
