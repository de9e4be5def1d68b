package org.throughline.format.zip;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.throughline.format.ByteSource;
import org.throughline.format.EndRecord;
import org.throughline.format.UnreadableException;
import org.throughline.problem.Level;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/**
 * A delivery that is a zip of member files, at most with one folder around all of them. An archive that breaks a limit, or
 * has a name that could reach outside, is refused as a whole and has no members.
 */
public final class Bundle implements Closeable {
    private static final long DIRECTORY_BYTES_PER_ENTRY = 1_024;

    private final Optional<ZipFile> zip;
    private final Limits limits;
    private final Map<String, ZipArchiveEntry> entries;
    private final List<Problem> problems;

    private Bundle(ZipFile zip, Directory directory, Limits limits) {
        this.zip = Optional.of(zip);
        this.limits = limits;
        this.problems = List.copyOf(directory.problems());
        this.entries = refused() ? Map.of() : directory.members();
    }

    private Bundle(String fact, Limits limits) {
        this.zip = Optional.empty();
        this.limits = limits;
        this.problems = List.of(Problem.of(ProblemCode.ARCHIVE_REFUSED, Place.submission(), fact));
        this.entries = Map.of();
    }

    /**
     * A member file.
     *
     * @param name without the folder around all members
     * @param bytes unpacked, as the directory of the archive says
     */
    public record Member(String name, long bytes) {}

    /** Opens an archive; what is wrong with it is told by {@link #problems()}. */
    public static Bundle open(Path file, Limits limits) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        Bundle bundle = open(channel, limits);
        if (bundle.zip.isEmpty()) {
            channel.close();
        }
        return bundle;
    }

    private static Bundle open(FileChannel channel, Limits limits) throws IOException {
        Optional<EndRecord> end = EndRecord.read(channel);
        if (end.isEmpty()) {
            return new Bundle("The file is no zip archive, or it is cut off.", limits);
        }
        boolean small = end.get().directoryBytes() <= limits.entries() * DIRECTORY_BYTES_PER_ENTRY;
        if (!small || end.get().entries() > limits.entries()) {
            return new Bundle(Directory.tooMany(limits), limits);
        }
        try {
            ZipFile zip = ZipFile.builder()
                    .setSeekableByteChannel(channel)
                    .setIgnoreLocalFileHeader(true)
                    .get();
            return new Bundle(zip, Directory.of(Collections.list(zip.getEntries()), limits), limits);
        } catch (IOException | IllegalArgumentException e) {
            return new Bundle("The directory of the archive cannot be read: the archive is damaged.", limits);
        }
    }

    /** True where the archive is not taken. */
    public boolean refused() {
        return problems.stream().anyMatch(problem -> problem.level() != Level.NOTE);
    }

    /** Why the archive is refused, and what was left aside. */
    public List<Problem> problems() {
        return problems;
    }

    /** The members in the order of the archive. */
    public List<Member> members() {
        return entries.entrySet().stream()
                .map(entry -> new Member(entry.getKey(), entry.getValue().getSize()))
                .toList();
    }

    /** The bytes of a member; the stream throws an {@link UnreadableException} where the archive lies or is damaged. */
    public ByteSource source(Member member) {
        return () -> open(member);
    }

    private InputStream open(Member member) throws IOException {
        ZipArchiveEntry entry = entries.get(member.name());
        try {
            return new EntryStream(zip.orElseThrow().getInputStream(entry), entry, member.name(), limits);
        } catch (IOException | IllegalArgumentException e) {
            String fact = "The member " + new EntryName(member.name()).shown() + " cannot be found in the archive.";
            throw new UnreadableException(Problem.of(ProblemCode.ARCHIVE_REFUSED, Place.member(member.name()), fact));
        }
    }

    @Override
    public void close() throws IOException {
        if (zip.isPresent()) {
            zip.get().close();
        }
    }
}
