package org.throughline.retention;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of the hub's home that hold what an original holds: itself, its annotated copies, and what the drop server archived. */
final class KeptFiles {
    private static final Pattern ANNOTATED =
            Pattern.compile("(?:\\.?|[0-9a-f]{16}-[0-9a-f]{16}-)(\\d{1,18})(?:\\.\\d+)?-annotated-.*");

    private final Path home;

    KeptFiles(Path home) {
        this.home = home;
    }

    /** Files that are there although these proofs say that they are gone. */
    List<Path> of(List<Proof> proofs) {
        List<Proof> gone = proofs.stream().filter(Proof::ofOriginals).toList();
        List<Path> files = new ArrayList<>();
        gone.stream()
                .filter(proof -> !proof.bytes().shared())
                .map(proof -> original(proof.bytes().sha256()))
                .filter(Files::exists)
                .distinct()
                .forEach(files::add);
        gone.stream()
                .collect(Collectors.groupingBy(Proof::sender))
                .forEach((sender, its) -> files.addAll(of(sender, its)));
        return files;
    }

    /** Removes them; returns how many there were. */
    int remove(List<Proof> proofs) {
        List<Path> files = of(proofs);
        try {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A file that is to be purged cannot be removed", e);
        }
        return files.size();
    }

    private Path original(String sha256) {
        return home.resolve("originals").resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private List<Path> of(String sender, List<Proof> proofs) {
        Set<Long> numbers = proofs.stream().map(Proof::submission).collect(Collectors.toSet());
        List<Path> files = new ArrayList<>();
        for (Path folder : List.of(
                home.resolve("receipts").resolve(sender),
                home.resolve("drop").resolve(sender).resolve("receipts"),
                home.resolve("sealed").resolve(sender).resolve("receipts"))) {
            in(folder).stream()
                    .filter(file -> annotates(file).filter(numbers::contains).isPresent())
                    .forEach(files::add);
        }
        files.addAll(archived(sender, proofs));
        return files;
    }

    private static Optional<Long> annotates(Path file) {
        Matcher name = ANNOTATED.matcher(file.getFileName().toString());
        return name.matches() ? Optional.of(Long.valueOf(name.group(1))) : Optional.empty();
    }

    /** The archive puts a stamp before the name; only what has the very bytes is meant. */
    private List<Path> archived(String sender, List<Proof> proofs) {
        List<Path> there = in(home.resolve("drop").resolve(sender).resolve("archive"));
        if (there.isEmpty()) {
            return List.of();
        }
        Map<String, Proof> hashes = proofs.stream()
                .filter(proof -> !proof.bytes().shared())
                .flatMap(
                        proof -> Stream.concat(Stream.of(proof.bytes().sha256()), proof.bytes().sealedSha256().stream())
                                .map(hash -> Map.entry(hash, proof)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
        Function<Path, Boolean> named = file ->
                proofs.stream().anyMatch(proof -> file.getFileName().toString().contains(proof.file()));
        return there.stream()
                .filter(named::apply)
                .filter(file -> hashes.containsKey(sha256(file)))
                .toList();
    }

    private static List<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("A folder of the hub's home cannot be read", e);
        }
    }

    private static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("An archived file cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
