package org.throughline.pgp;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPKeyRing;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.pgpainless.PGPainless;
import org.pgpainless.algorithm.RevocationState;
import org.pgpainless.key.OpenPgpFingerprint;
import org.pgpainless.key.info.KeyRingInfo;
import org.throughline.intake.OpenPgp;

/**
 * A key as it stands at an instant.
 *
 * @param file name of the file it came from
 * @param fingerprint of the primary key
 * @param expires when it, or the first of its parts that is in use, is past its time
 */
public record KeyState(String file, String fingerprint, boolean revoked, Optional<Instant> expires) {

    /** Every key of a setting; a file that holds none is the fault. */
    public static Result of(OpenPgp setting, Instant now) {
        Reading reading = new Reading(now, new ArrayList<>(), new ArrayList<>());
        Stream.concat(setting.verify().stream(), setting.encryptTo().stream())
                .distinct()
                .forEach(file -> reading.read(file, false));
        Stream.concat(setting.decryptKeys().stream(), setting.signKey().stream())
                .distinct()
                .forEach(file -> reading.read(file, true));
        return new Result(reading.states, reading.unreadable);
    }

    /**
     * What key files hold.
     *
     * @param unreadable names of files that hold no key of the kind expected
     */
    public record Result(List<KeyState> states, List<String> unreadable) {
        public Result {
            states = List.copyOf(states);
            unreadable = List.copyOf(unreadable);
        }
    }

    /** What was found so far. */
    private record Reading(Instant now, List<KeyState> states, List<String> unreadable) {
        private void read(Path file, boolean secret) {
            String name = file.getFileName().toString();
            try {
                List<? extends PGPKeyRing> rings =
                        secret ? KeyFiles.secrets(List.of(file)) : KeyFiles.certificates(List.of(file));
                if (rings.isEmpty()) {
                    unreadable.add(name);
                }
                for (PGPKeyRing ring : rings) {
                    states.add(KeyState.of(name, ring, now));
                }
            } catch (PgpRefusal refused) {
                unreadable.add(name);
            }
        }
    }

    /** A key that is not valid yet, or carries no signature of its own, is refused. */
    static KeyState of(String file, PGPKeyRing ring, Instant now) throws PgpRefusal {
        try {
            KeyRingInfo info = PGPainless.inspectKeyRing(ring, Date.from(now));
            RevocationState revocation = info.getRevocationState();
            return new KeyState(
                    file,
                    info.getFingerprint().toString(),
                    revocation.isHardRevocation() || revocation.isSoftRevocation(),
                    expires(info));
        } catch (NoSuchElementException unsigned) {
            throw new PgpRefusal(PgpFault.KEY_UNUSABLE);
        }
    }

    /** The earliest end among the primary key and the parts that are valid now. */
    private static Optional<Instant> expires(KeyRingInfo info) {
        List<Date> ends = new ArrayList<>();
        Optional.ofNullable(info.getPrimaryKeyExpirationDate()).ifPresent(ends::add);
        for (PGPPublicKey part : info.getValidSubkeys()) {
            Optional.ofNullable(info.getSubkeyExpirationDate(OpenPgpFingerprint.of(part)))
                    .ifPresent(ends::add);
        }
        return ends.stream().min(Date::compareTo).map(Date::toInstant);
    }

    /** Why a key must not be trusted at an instant. */
    Optional<PgpFault> fault(Instant now) {
        if (revoked) {
            return Optional.of(PgpFault.KEY_REVOKED);
        }
        return expires.filter(end -> !now.isBefore(end)).map(end -> PgpFault.KEY_EXPIRED);
    }
}
