package org.throughline.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files that a process is at, in a folder that processes of other machines may share. Their names tell the process: a number is
 * worth nothing on another machine, in another container, or after it was given out again.
 */
public final class Unfinished {
    private static final Duration SILENCE = Duration.ofDays(1);
    private static final Duration TOLERANCE = Duration.ofMinutes(1);
    private static final String MACHINE = machine();
    private static final String OURS = mark(ProcessHandle.current());
    private static final Pattern MARK = Pattern.compile("([0-9a-f]{12})-(\\d{1,18})-(\\d{1,18})-.*");

    private final Path folder;
    private final String kind;

    /**
     * Files of a kind in a folder.
     *
     * @param kind what their names begin with
     */
    public Unfinished(Path folder, String kind) {
        this.folder = folder;
        this.kind = kind;
    }

    /** What the names of this process's files begin with. */
    public String beginning() {
        return kind + OURS + "-";
    }

    /**
     * Removes what a process that is gone left behind: at once where it ran on this machine, else when nobody has written to it for
     * a day.
     */
    public void clear() throws IOException {
        Optional<Instant> silent = Optional.empty();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, kind + "*")) {
            for (Path file : files) {
                String mark = file.getFileName().toString().substring(kind.length());
                Optional<Boolean> works = works(mark);
                if (works.isEmpty() && silent.isEmpty()) {
                    silent = Optional.of(now().minus(SILENCE));
                }
                if (works.isPresent() ? !works.get() : isOlder(file, silent.orElseThrow())) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Whether its process works still, where this machine knows. */
    static Optional<Boolean> works(String mark) {
        Matcher parts = MARK.matcher(mark);
        if (!parts.matches() || !parts.group(1).equals(MACHINE)) {
            return Optional.empty();
        }
        Instant started = Instant.ofEpochSecond(Long.parseLong(parts.group(3)));
        return Optional.of(ProcessHandle.of(Long.parseLong(parts.group(2)))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(at -> Duration.between(at, started).abs().compareTo(TOLERANCE) < 0)
                        .orElse(true))
                .isPresent());
    }

    /** The mark of a process of this machine. */
    static String mark(ProcessHandle process) {
        Instant started = process.info().startInstant().orElse(Instant.EPOCH);
        return MACHINE + "-" + process.pid() + "-" + started.getEpochSecond();
    }

    private static boolean isOlder(Path file, Instant instant) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(instant);
        } catch (NoSuchFileException finished) {
            return false;
        }
    }

    /** By the clock of the folder's storage, which is not this machine's. */
    private Instant now() throws IOException {
        Path probe = Files.createTempFile(folder, kind, "");
        try {
            return Files.getLastModifiedTime(probe).toInstant();
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    /** Tells apart every start of every machine, and the containers on it, whose processes are numbered each for themselves. */
    private static String machine() {
        StringBuilder told = new StringBuilder();
        try {
            told.append(Files.readString(Path.of("/proc/sys/kernel/random/boot_id")));
            told.append(Files.readSymbolicLink(Path.of("/proc/self/ns/pid")));
        } catch (IOException untold) {
            told.append(UUID.randomUUID());
        }
        byte[] bytes = told.toString().getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(bytes).toString().replace("-", "").substring(0, 12);
    }
}
