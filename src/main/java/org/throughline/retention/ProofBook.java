package org.throughline.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;

/**
 * Proofs of deletion outside of the database, so that a restored database learns what was purged since: a file to which lines
 * are only ever added, each with a hash over the line before it.
 */
final class ProofBook {
    private static final String START = "0".repeat(64);

    private final Path file;

    ProofBook(Path file) {
        this.file = file;
    }

    /** A proof in the book. */
    record Line(String hash, String name, String text) {

        private static Line parse(String line) {
            String[] parts = line.split(" ", 3);
            return parts.length == 3 ? new Line(parts[0], parts[1], parts[2]) : new Line("", "", line);
        }
    }

    /** All whole lines, oldest first; one that was cut off by a stop is no line. */
    List<Line> lines() {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            String all = Files.readString(file);
            return all.substring(0, all.lastIndexOf('\n') + 1)
                    .lines()
                    .map(Line::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The book of deletions cannot be read", e);
        }
    }

    /** Adds proofs, and returns when they are on the disk. */
    void add(List<Proof> proofs) {
        if (proofs.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                List<Line> there = lines();
                String last =
                        there.isEmpty() ? START : there.get(there.size() - 1).hash();
                channel.position(wholeBytes(there));
                channel.truncate(channel.position());
                channel.write(ByteBuffer.wrap(text(last, proofs).getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The book of deletions cannot be written", e);
        }
    }

    private static long wholeBytes(List<Line> lines) {
        return lines.stream()
                .mapToLong(line -> written(line).getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    private static String text(String last, List<Proof> proofs) {
        StringBuilder text = new StringBuilder();
        String before = last;
        for (Proof proof : proofs) {
            Line line = new Line(hash(before, proof.name(), proof.text()), proof.name(), proof.text());
            text.append(written(line));
            before = line.hash();
        }
        return text.toString();
    }

    private static String written(Line line) {
        return line.hash() + " " + line.name() + " " + line.text() + "\n";
    }

    /** Number of the first line that does not follow from the one before it. */
    OptionalInt broken() {
        List<Line> lines = new ArrayList<>(lines());
        String before = START;
        for (int at = 0; at < lines.size(); at++) {
            Line line = lines.get(at);
            if (!line.hash().equals(hash(before, line.name(), line.text()))) {
                return OptionalInt.of(at + 1);
            }
            before = line.hash();
        }
        return OptionalInt.empty();
    }

    private static String hash(String before, String name, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] bytes = (before + " " + name + " " + text).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
