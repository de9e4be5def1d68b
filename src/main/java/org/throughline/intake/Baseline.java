package org.throughline.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.throughline.mapping.MappingSource;

/** What a draft of a mapping is held against: the version that counts now, on the files that came last. */
public final class Baseline {
    private final IntakePorts ports;
    private final KeptOriginals kept;

    /** The baseline of this hub. */
    public Baseline(IntakePorts ports, KeptOriginals kept) {
        this.ports = ports;
        this.kept = kept;
    }

    /** A version with its text. */
    public record Numbered(int number, MappingSource source) {}

    /** A file that came, with its place on disk. */
    public record File(Submission submission, Path path, long lastRows) {}

    /** The version that counts today; of a mapping that nobody published, the one that read the last file. */
    public Optional<Numbered> current(String mapping) {
        Timetable timetable = ports.versions().timetable(mapping);
        LocalDate today = LocalDate.ofInstant(ports.clock().instant(), ZoneOffset.UTC);
        Optional<KeptOriginals.Version> version =
                timetable.isEmpty() ? kept.lastUsed(mapping) : kept.version(timetable.on(today));
        return version.map(this::numbered);
    }

    /** The version with this number. */
    public Optional<Numbered> version(String mapping, int number) {
        return kept.numbered(mapping, number).map(this::numbered);
    }

    /** The last files, newest first. */
    public List<File> last(String mapping, int count) {
        return kept.last(mapping, count).stream()
                .map(one -> new File(
                        one.submission(),
                        ports.originals().path(one.submission().original().sha256()),
                        one.lastRows()))
                .toList();
    }

    private Numbered numbered(KeptOriginals.Version version) {
        return new Numbered(version.number(), ports.versions().source(version.key()));
    }
}
