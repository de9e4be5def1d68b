package org.throughline.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.throughline.mapping.Compilation;
import org.throughline.mapping.Diagnostic;
import org.throughline.mapping.Mapping;
import org.throughline.mapping.MappingCompiler;
import org.throughline.mapping.MappingSource;
import org.throughline.mapping.Period;
import org.throughline.problem.NotFoundException;
import org.throughline.problem.SetupException;

/**
 * Which text of a mapping counts, compiled once. A mapping that was published counts as published, by the first day of the
 * period; one that nobody published counts as its file stands, and is frozen at its first use.
 */
final class Mappings {
    private final IntakePorts ports;
    private final Map<String, Mapping> compiled = new ConcurrentHashMap<>();
    private final Map<String, Long> frozen = new ConcurrentHashMap<>();

    Mappings(IntakePorts ports) {
        this.ports = ports;
    }

    /** The mapping as it counts today, frozen under a version. */
    Versioned current(String id) {
        Timetable timetable = ports.versions().timetable(id);
        return timetable.isEmpty()
                ? draft(id)
                : version(timetable.on(LocalDate.ofInstant(ports.clock().instant(), ZoneOffset.UTC)));
    }

    /** The mapping as its file stands, frozen under a version. */
    Versioned draft(String id) {
        MappingSource source = source(id);
        Mapping mapping = compile(source);
        long version = frozen.computeIfAbsent(
                source.id() + " " + source.sha256(), any -> ports.versions().freeze(source));
        return new Versioned(mapping, version);
    }

    /** The mapping that counts for the period of a submission; for the day it came, where the file tells no period. */
    Versioned reading(Submission submission) {
        String id = submission.feed().mapping();
        Timetable timetable = ports.versions().timetable(id);
        if (timetable.isEmpty()) {
            return draft(id);
        }
        if (timetable.versions().size() == 1) {
            return version(timetable.versions().get(0));
        }
        return version(timetable.on(firstDay(submission, asked(timetable, submission))));
    }

    /** The mapping as it was in a version. */
    Versioned version(long version) {
        return new Versioned(compile(ports.versions().source(version)), version);
    }

    /** The mapping that read a decided submission; the one that would, where it is not decided. */
    Mapping readBy(Submission submission) {
        return ports.versions()
                .readBy(submission.number())
                .map(this::version)
                .orElseGet(() -> reading(submission))
                .mapping();
    }

    /** True where a file of this name belongs to the mapping, on whatever day it counts. */
    boolean takes(String id, String fileName) {
        Timetable timetable = ports.versions().timetable(id);
        return timetable.isEmpty()
                ? knows(current(id), fileName)
                : timetable.versions().stream().anyMatch(version -> knows(version(version), fileName));
    }

    boolean exists(String id) {
        return ports.catalog().find(id).isPresent();
    }

    MappingSource source(String id) {
        return ports.catalog()
                .find(id)
                .orElseThrow(() -> new NotFoundException("There is no mapping " + id + ". Mappings here: "
                        + String.join(", ", ports.catalog().ids()) + "."));
    }

    /** The version that is asked for the period: that of the day on which the file came, if it knows files of this name. */
    private Mapping asked(Timetable timetable, Submission submission) {
        Versioned ofThatDay = version(timetable.on(LocalDate.ofInstant(submission.receivedAt(), ZoneOffset.UTC)));
        if (knows(ofThatDay, submission.fileName())) {
            return ofThatDay.mapping();
        }
        return timetable.versions().stream()
                .map(this::version)
                .filter(version -> knows(version, submission.fileName()))
                .findFirst()
                .orElse(ofThatDay)
                .mapping();
    }

    private LocalDate firstDay(Submission submission, Mapping mapping) {
        Path original = ports.originals().path(submission.original().sha256());
        LocalDate received =
                LocalDate.ofInstant(submission.receivedAt(), mapping.receive().zone());
        try (MemberFiles files = MemberFiles.open(mapping, submission, original)) {
            Optional<Period> period = FileFacts.read(submission, mapping, files).period();
            return period.map(Period::from).orElse(received);
        } catch (IOException unreadable) {
            return received;
        }
    }

    private static boolean knows(Versioned version, String fileName) {
        return version.mapping().receive().name().captures(fileName).isPresent();
    }

    private Mapping compile(MappingSource source) {
        return compiled.computeIfAbsent(source.id() + " " + source.sha256(), any -> {
            Compilation compilation = new MappingCompiler().compile(source);
            return compilation
                    .mapping()
                    .orElseThrow(() -> new SetupException(compilation.diagnostics().stream()
                            .map(Diagnostic::toString)
                            .toList()));
        });
    }

    record Versioned(Mapping mapping, long version) {}
}
