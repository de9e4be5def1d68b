package org.throughline.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.throughline.format.BrokenInput;
import org.throughline.format.ByteSource;
import org.throughline.format.KindSurvey;
import org.throughline.format.Reading;
import org.throughline.format.RecordKinds;
import org.throughline.format.delimited.DelimitedReader;
import org.throughline.format.delimited.Dialect;
import org.throughline.format.zip.Bundle;
import org.throughline.format.zip.Limits;
import org.throughline.mapping.BundleRule;
import org.throughline.mapping.Mapping;
import org.throughline.mapping.MemberMapping;
import org.throughline.problem.Problem;

/** The files inside a submission: the members of an archive, or the plain file itself. */
final class MemberFiles implements AutoCloseable {
    private static final List<String> TEXTS = List.of(".csv", ".txt", ".tsv");

    private final Optional<Bundle> bundle;
    private final List<MemberFile> files;
    private final List<Problem> problems;
    private final boolean plain;
    private final Set<String> found = new HashSet<>();

    private MemberFiles(Optional<Bundle> bundle, List<MemberFile> files, List<Problem> problems, boolean plain) {
        this.bundle = bundle;
        this.files = files;
        this.problems = problems;
        this.plain = plain;
    }

    static MemberFiles open(Mapping mapping, Submission submission, Path original) throws IOException {
        if (mapping.bundle().isEmpty()) {
            MemberFile file = new MemberFile(submission.fileName(), ByteSource.of(original));
            return new MemberFiles(Optional.empty(), List.of(file), List.of(), true);
        }
        Optional<RecordKinds> kinds = mapping.bundle().flatMap(BundleRule::kinds);
        if (kinds.isPresent()) {
            return kinds(kinds.get(), ByteSource.of(original));
        }
        Bundle bundle = Bundle.open(original, Limits.usual());
        List<MemberFile> files = new ArrayList<>();
        bundle.members().forEach(member -> files.add(new MemberFile(member.name(), bundle.source(member))));
        return new MemberFiles(Optional.of(bundle), files, bundle.problems(), false);
    }

    /** Every kind of record is a file of its own over the same bytes. */
    private static MemberFiles kinds(RecordKinds kinds, ByteSource bytes) throws IOException {
        KindSurvey survey = kinds.survey(bytes);
        List<MemberFile> files = new ArrayList<>();
        survey.records().forEach((kind, records) -> files.add(new MemberFile(kind, bytes, OptionalLong.of(records))));
        return new MemberFiles(Optional.empty(), files, survey.problems(), false);
    }

    /** What is wrong with the archive, or with the file of several kinds, as a whole. */
    List<Problem> problems() {
        return problems;
    }

    /** The file for a member of the mapping; a plain file stands for the mapping's one member. */
    Optional<MemberFile> find(String member) {
        Optional<MemberFile> match = files.stream()
                .filter(file ->
                        plain || same(file.name(), member, file.counted().isPresent()))
                .findFirst();
        match.ifPresent(file -> found.add(file.name()));
        return match;
    }

    /** A file of an archive has a member's name in any letter case; a kind of record has it to the letter. */
    private static boolean same(String file, String member, boolean kind) {
        return kind ? file.equals(member) : file.equalsIgnoreCase(member);
    }

    /** The files that no member asked for. */
    List<MemberFile> others() {
        return files.stream().filter(file -> !found.contains(file.name())).toList();
    }

    /**
     * How many records a member that is left aside holds: as counted, or as far as text can be read as comma-separated; nobody
     * knows of what is no text by its name.
     */
    static OptionalLong count(MemberFile file) {
        if (file.counted().isPresent()) {
            return file.counted();
        }
        String name = file.name().toLowerCase(Locale.ROOT);
        return TEXTS.stream().anyMatch(name::endsWith) ? OptionalLong.of(lines(file)) : OptionalLong.empty();
    }

    private static long lines(MemberFile file) {
        long records = 0;
        try (DelimitedReader reader = DelimitedReader.open(file.bytes(), file.name(), Dialect.csv())) {
            Optional<Reading> reading = reader.next();
            while (reading.isPresent() && !(reading.get() instanceof BrokenInput)) {
                records++;
                reading = reader.next();
            }
        } catch (IOException e) {
            return records;
        }
        return records;
    }

    /** Whether a mapping has a member for this file. */
    static Optional<MemberMapping> mappingOf(Mapping mapping, String file) {
        return mapping.member(file);
    }

    @Override
    public void close() throws IOException {
        if (bundle.isPresent()) {
            bundle.get().close();
        }
    }
}
