package org.throughline.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real gpg with a keyring of its own. */
public final class Gpg implements AutoCloseable {
    private static final Pattern FINGERPRINT = Pattern.compile("(?m)^fpr:+([0-9A-F]{40}):");

    private final Path home;

    /** A keyring below this folder, whose path must be short: gpg-agent listens there. */
    public Gpg(Path folder) throws IOException {
        home = Files.createTempDirectory(
                folder, "gpg", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** True where gpg is there. */
    public static boolean installed() {
        return Files.isExecutable(Path.of("/usr/bin/gpg"));
    }

    /** Makes a key that signs and decrypts for a year; returns its fingerprint. */
    public String make(String name, String passphrase) throws IOException, InterruptedException {
        run(
                "--passphrase",
                passphrase,
                "--quick-gen-key",
                name + " <" + name + "@example.org>",
                "future-default",
                "default",
                "1y");
        Matcher found = FINGERPRINT.matcher(run("--with-colons", "--list-keys", name));
        if (!found.find()) {
            throw new IllegalStateException("gpg made no key.");
        }
        return found.group(1);
    }

    /** A file with a public key. */
    public Path publicKey(String name) throws IOException, InterruptedException {
        Path file = home.resolve(name + ".pub.asc");
        run("--yes", "--armor", "--output", file.toString(), "--export", name);
        return file;
    }

    /** A file with a private key. */
    public Path privateKey(String name, String passphrase) throws IOException, InterruptedException {
        Path file = home.resolve(name + ".key.asc");
        run("--yes", "--passphrase", passphrase, "--armor", "--output", file.toString(), "--export-secret-keys", name);
        return file;
    }

    /** Takes a key up and trusts it. */
    public void take(Path key) throws IOException, InterruptedException {
        run("--import", key.toString());
    }

    /** Calls a key back, by the certificate that gpg laid down when it made the key. */
    public void revoke(String fingerprint) throws IOException, InterruptedException {
        Path kept = home.resolve("openpgp-revocs.d").resolve(fingerprint + ".rev");
        Path certificate = home.resolve("revoke.asc");
        Files.writeString(certificate, Files.readString(kept).replace(":-----BEGIN", "-----BEGIN"));
        take(certificate);
    }

    /** Runs gpg and returns what it told; a failure is one of the test. */
    public String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "gpg",
                "--homedir",
                home.toString(),
                "--batch",
                "--no-tty",
                "--pinentry-mode",
                "loopback",
                "--trust-model",
                "always"));
        command.addAll(List.of(arguments));
        Path told = home.resolve("told");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    "gpg failed: " + String.join(" ", arguments) + "\n" + Files.readString(told));
        }
        return Files.readString(told);
    }

    /** Seals a file for somebody, with these further options. */
    public Path seal(Path file, String to, String... options) throws IOException, InterruptedException {
        Path sealed = file.resolveSibling(
                file.getFileName() + "." + Math.abs(List.of(options).hashCode()) + ".pgp");
        run(Stream.concat(
                        Stream.of(options),
                        Stream.of(
                                "--yes",
                                "--output",
                                sealed.toString(),
                                "--recipient",
                                to,
                                "--encrypt",
                                file.toString()))
                .toArray(String[]::new));
        return sealed;
    }

    @Override
    public void close() {
        try {
            new ProcessBuilder("gpgconf", "--homedir", home.toString(), "--kill", "all")
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
