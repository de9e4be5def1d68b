package org.throughline.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.throughline.format.Annotation;
import org.throughline.mapping.BundleRule;
import org.throughline.mapping.Mapping;
import org.throughline.mapping.MemberMapping;

/** An original with what the hub made of each record beside it: in three more columns, or as a list; an archive per member. */
public final class AnnotatedOriginal {
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Mapping mapping;
    private final Submission submission;
    private final Path original;

    /** The original of this submission, which stands at this path. */
    public AnnotatedOriginal(Mapping mapping, Submission submission, Path original) {
        this.mapping = mapping;
        this.submission = submission;
        this.original = original;
    }

    /** What is put behind the original's name: a list beside the original has an ending of its own. */
    public static String ending(Mapping mapping) {
        Optional<BundleRule> bundle = mapping.bundle();
        if (bundle.isEmpty()) {
            return mapping.members().get(0).annotatesOriginal() ? "" : ".csv";
        }
        return bundle.get().kinds().isPresent() ? ".zip" : "";
    }

    /**
     * Writes it.
     *
     * @param members what became of the members, in the order of the archive
     * @param notes member to what is told about its records, by record number
     */
    public void write(OutputStream out, List<MemberReport> members, Function<String, Map<Long, RecordNote>> notes)
            throws IOException {
        try (MemberFiles files = MemberFiles.open(mapping, submission, original)) {
            if (mapping.bundle().isEmpty()) {
                annotate(files.find("").orElseThrow(), notes, out);
                return;
            }
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            for (MemberReport member : members) {
                Optional<MemberFile> file = files.find(member.file());
                Optional<MemberMapping> known = file.flatMap(found -> MemberFiles.mappingOf(mapping, found.name()));
                if (member.taken() && known.isPresent()) {
                    String list = known.get().annotatesOriginal() ? "" : ".csv";
                    zip.putNextEntry(entry(file.get().name() + list));
                    annotate(file.get(), notes, zip);
                    zip.closeEntry();
                }
            }
            zip.finish();
        }
    }

    /** Of no time: written again, it must be the same bytes, or a delivery that was cut off could never be finished. */
    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        return entry;
    }

    private void annotate(MemberFile file, Function<String, Map<Long, RecordNote>> notes, OutputStream out)
            throws IOException {
        Map<Long, RecordNote> told = notes.apply(file.name());
        MemberFiles.mappingOf(mapping, file.name())
                .orElseThrow()
                .annotate(
                        file.bytes(),
                        number -> Optional.ofNullable(told.get(number)).map(AnnotatedOriginal::annotation),
                        out);
    }

    private static Annotation annotation(RecordNote note) {
        return new Annotation(note.status(), note.problem(), note.guidance());
    }
}
