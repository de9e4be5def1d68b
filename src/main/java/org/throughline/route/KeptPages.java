package org.throughline.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pages of a pull that is under way, in the channel's own folder of the spool: one file each, and a log with a line per
 * page. A pull that was cut goes on after the last line; a page without a line is fetched again.
 */
final class KeptPages {
    private static final Duration LONGEST = Duration.ofDays(2);
    private static final String END = "-";

    private final Path folder;
    private final Path log;
    private final List<Line> lines = new ArrayList<>();
    private Start start;

    /**
     * How a pull began.
     *
     * @param since what it asks for changes since; empty where it asks for everything
     */
    record Start(String settings, Instant at, Optional<String> since) {}

    /** A page: hash of its address, its rows, and where the next one is. */
    private record Line(String sha256, long rows, String next) {}

    private KeptPages(Path folder, Start start) {
        this.folder = folder;
        this.log = folder.resolve("pages.log");
        this.start = start;
    }

    /** What was kept of a pull with the same settings that began not long before, or a new beginning. */
    static KeptPages open(Path folder, Start fresh) {
        KeptPages pages = new KeptPages(folder, fresh);
        try {
            pages.read(fresh);
        } catch (IOException | RuntimeException unreadable) {
            pages.begin(fresh);
        }
        return pages;
    }

    private void read(Start fresh) throws IOException {
        List<String> text = Files.exists(log) ? Files.readAllLines(log) : List.of();
        String[] head = text.isEmpty() ? new String[0] : text.get(0).split("\t", -1);
        boolean same = head.length == 3
                && head[0].equals(fresh.settings())
                && Instant.parse(head[1]).plus(LONGEST).isAfter(fresh.at());
        if (!same) {
            begin(fresh);
            return;
        }
        start = new Start(head[0], Instant.parse(head[1]), Optional.of(head[2]).filter(since -> !since.isEmpty()));
        for (String page : text.subList(1, text.size())) {
            String[] words = page.split("\t", -1);
            lines.add(new Line(words[0], Long.parseLong(words[1]), words[2]));
        }
    }

    /** Forgets all pages and begins anew. */
    void begin(Start fresh) {
        try {
            clear();
            start = fresh;
            String head = String.join(
                    "\t", fresh.settings(), fresh.at().toString(), fresh.since().orElse(""));
            Files.writeString(log, head + "\n");
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }

    Start start() {
        return start;
    }

    int count() {
        return lines.size();
    }

    long rows() {
        return lines.stream().mapToLong(Line::rows).sum();
    }

    /** Where the pull goes on; empty where it has not begun. */
    Optional<String> next() {
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(lines.get(lines.size() - 1).next());
    }

    /** True where the last page is there. */
    boolean whole() {
        return next().equals(Optional.of(END));
    }

    boolean seen(String sha256) {
        return lines.stream().anyMatch(line -> line.sha256().equals(sha256));
    }

    /** Keeps a page; from now on it is not fetched again. */
    void add(String sha256, Page page, Optional<String> next) throws IOException {
        Files.move(page.rows(), file(lines.size()), StandardCopyOption.REPLACE_EXISTING);
        Line line = new Line(sha256, page.count(), next.orElse(END));
        Files.writeString(
                log,
                String.join("\t", line.sha256(), Long.toString(line.rows()), line.next()) + "\n",
                StandardOpenOption.APPEND);
        lines.add(line);
    }

    /** The files of the pages, in order. */
    List<Path> files() {
        return Stream.iterate(0, number -> number < lines.size(), number -> number + 1)
                .map(this::file)
                .toList();
    }

    private Path file(int number) {
        return folder.resolve("page-%06d".formatted(number));
    }

    /** Removes everything: the pull is done, or must begin anew. */
    void clear() throws IOException {
        lines.clear();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
