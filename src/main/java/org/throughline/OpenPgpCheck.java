package org.throughline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.throughline.cli.Check.Finding;
import org.throughline.intake.OpenPgp;
import org.throughline.pgp.KeyState;

/** Looks at the OpenPGP keys of one partner: readable, secret where they must be, and good for a while yet. */
final class OpenPgpCheck {
    private static final Duration SOON = Duration.ofDays(30);

    private final String name;
    private final OpenPgp openPgp;
    private final Clock clock;

    OpenPgpCheck(String sender, OpenPgp openPgp, Clock clock) {
        this.name = "openpgp " + sender;
        this.openPgp = openPgp;
        this.clock = clock;
    }

    Finding run() {
        Instant now = clock.instant();
        KeyState.Result keys = KeyState.of(openPgp, now);
        if (!keys.unreadable().isEmpty()) {
            return Finding.fail(
                    name,
                    "No usable key stands in " + String.join(", ", keys.unreadable()) + ".",
                    "Export the key anew and put it there.");
        }
        Optional<String> open =
                secrets().map(OpenPgpCheck::refusal).flatMap(Optional::stream).findFirst();
        if (open.isPresent()) {
            return Finding.fail(name, open.get(), "If others may have read it, make a new key.");
        }
        Optional<KeyState> revoked =
                keys.states().stream().filter(KeyState::revoked).findFirst();
        return revoked.map(key -> Finding.fail(
                        name, "The key in " + key.file() + " is revoked.", "Exchange a new key with the partner."))
                .orElseGet(() -> ends(keys.states(), now));
    }

    private Finding ends(List<KeyState> keys, Instant now) {
        Optional<KeyState> first = keys.stream()
                .filter(key -> key.expires().isPresent())
                .min(Comparator.comparing(key -> key.expires().get()));
        String fix = "Exchange a new key with the partner, name it in the partner file and apply it.";
        if (first.isEmpty()) {
            return Finding.ok(name, "All keys are good; none expires.");
        }
        Instant end = first.get().expires().orElseThrow();
        String fact = "The key in " + first.get().file() + (now.isBefore(end) ? " expires on " : " has expired on ")
                + end.atZone(ZoneOffset.UTC).toLocalDate() + ".";
        if (!now.isBefore(end)) {
            return Finding.fail(name, fact, fix);
        }
        return now.plus(SOON).isAfter(end) ? Finding.warn(name, fact, fix) : Finding.ok(name, fact);
    }

    private Stream<Path> secrets() {
        return Stream.of(openPgp.decryptKeys().stream(), openPgp.signKey().stream(), openPgp.passphraseFile().stream())
                .flatMap(files -> files);
    }

    private static Optional<String> refusal(Path file) {
        try {
            return Files.isReadable(file)
                    ? SecretFiles.refusal(file)
                    : Optional.of("The file " + file.getFileName() + " cannot be read.");
        } catch (IOException unreadable) {
            return Optional.of("The mode of " + file.getFileName() + " cannot be told.");
        }
    }
}
