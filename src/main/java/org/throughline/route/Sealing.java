package org.throughline.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.throughline.intake.Account;
import org.throughline.intake.OpenPgp;
import org.throughline.intake.Seal;
import org.throughline.pgp.Opener;
import org.throughline.pgp.Opening;
import org.throughline.pgp.PgpFault;
import org.throughline.pgp.Sealer;

/**
 * OpenPGP on the ways of one account. A file {@code NAME.pgp} is the file NAME for everything behind this class. What leaves is
 * sealed once and kept, so that a delivery that is repeated brings the same bytes.
 */
final class Sealing {
    private static final List<String> SUFFIXES = List.of(".pgp", ".gpg", ".asc");

    /** Takes a file that is open. */
    @FunctionalInterface
    interface Taker {
        void take(String name, Path file, Optional<String> doneFile, Optional<Seal> seal);
    }

    private final Account account;
    private final Spool spool;
    private final Path folder;
    private final Clock clock;

    /**
     * The sealing of an account.
     *
     * @param folder where sealed files are kept
     */
    Sealing(Account account, Spool spool, Path folder, Clock clock) {
        this.account = account;
        this.spool = spool;
        this.folder = folder;
        this.clock = clock;
    }

    Spool spool() {
        return spool;
    }

    /** The names that stand for a known one: itself and, where the account opens files, its sealed form. */
    Predicate<String> sealedOrNot(Predicate<String> known) {
        return name -> known.test(plain(name));
    }

    /** The name without the ending of a sealed file. */
    String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return opens()
                ? SUFFIXES.stream()
                        .filter(lower::endsWith)
                        .findFirst()
                        .map(suffix -> name.substring(0, name.length() - suffix.length()))
                        .orElse(name)
                : name;
    }

    private boolean opens() {
        return account.openPgp().filter(keys -> !keys.decryptKeys().isEmpty()).isPresent();
    }

    /** Hands on a file, opened where it is sealed; why it cannot be, otherwise. */
    Optional<PgpFault> take(String name, Path file, Optional<String> doneFile, Taker taker) {
        String plain = plain(name);
        if (!plain.equals(name)) {
            return open(plain, file, doneFile, taker);
        }
        if (opens() && account.openPgp().filter(OpenPgp::requireSignature).isPresent()) {
            return Optional.of(PgpFault.NOT_SEALED);
        }
        taker.take(name, file, doneFile, Optional.empty());
        return Optional.empty();
    }

    private Optional<PgpFault> open(String name, Path file, Optional<String> doneFile, Taker taker) {
        Path target = spool.place();
        try {
            Opening opening = new Opener(account.openPgp().orElseThrow()).open(file, target, clock.instant());
            if (opening instanceof Opening.Refused refused) {
                return Optional.of(refused.fault());
            }
            String sealed = Parcel.sha256(file);
            taker.take(
                    name,
                    target,
                    doneFile.map(text -> withoutHash(text, sealed)),
                    Optional.of(new Seal(sealed, ((Opening.Opened) opening).signedBy())));
            return Optional.empty();
        } finally {
            remove(target);
        }
    }

    /** A done-file may state the hash of the sealed bytes; where it is right, it has been held against them here. */
    private static String withoutHash(String doneFile, String sealed) {
        return doneFile.replaceAll("(?im)^\\s*sha256\\s*=\\s*" + sealed + "\\s*$", "");
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }

    /** What is delivered for a file: itself, or its sealed form; or why it cannot be sealed. */
    Outgoing outgoing(OutgoingFolder to, Parcel parcel) {
        Optional<Sealer> sealer = account.openPgp().map(Sealer::new).filter(Sealer::isNeeded);
        if (sealer.isEmpty()) {
            return new Outgoing(Optional.of(parcel), Optional.empty());
        }
        Optional<PgpFault> fault = sealer.get().fault(clock.instant());
        Path sealed = folder.resolve(account.sender())
                .resolve(to.word())
                .resolve(keys() + "-" + parcel.sha256().substring(0, 16) + "-" + parcel.name());
        if (fault.isEmpty() && !Files.exists(sealed)) {
            fault = seal(sealer.get(), parcel, sealed);
        }
        return fault.isPresent()
                ? new Outgoing(Optional.empty(), fault)
                : new Outgoing(Optional.of(Parcel.of(parcel.name() + ".pgp", sealed)), Optional.empty());
    }

    private Optional<PgpFault> seal(Sealer sealer, Parcel parcel, Path sealed) {
        try (InputStream open = parcel.open()) {
            return sealer.seal(open, sealed, clock.instant());
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }

    /** Stands for the keys in the names of sealed files: what other keys sealed is never sent again. */
    private String keys() {
        OpenPgp openPgp = account.openPgp().orElseThrow();
        StringBuilder hashes = new StringBuilder();
        Stream.concat(openPgp.encryptTo().stream(), openPgp.signKey().stream())
                .forEach(file -> hashes.append(Parcel.sha256(file)));
        return Parcel.of("keys", hashes.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .sha256()
                .substring(0, 16);
    }

    /**
     * What is to be delivered.
     *
     * @param fault why there is nothing
     */
    record Outgoing(Optional<Parcel> parcel, Optional<PgpFault> fault) {}
}
