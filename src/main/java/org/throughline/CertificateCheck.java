package org.throughline;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.throughline.cli.Check.Finding;
import org.throughline.problem.SetupException;
import org.throughline.route.PemFiles;

/** Looks at the certificate that the hub shows by HTTP: usable with its key, and good for a while yet. */
final class CertificateCheck {
    private static final String NAME = "http certificate";
    private static final Duration SOON = Duration.ofDays(30);

    private final Path certificate;
    private final Path key;
    private final Clock clock;

    CertificateCheck(Path certificate, Path key, Clock clock) {
        this.certificate = certificate;
        this.key = key;
        this.clock = clock;
    }

    Finding run() {
        try {
            return ends(new PemFiles(certificate, key, Optional.empty()).checked());
        } catch (SetupException unusable) {
            return Finding.fail(
                    NAME,
                    String.join(" ", unusable.findings()),
                    "Mend it, or take certificate and key out of the block http to serve without TLS.");
        }
    }

    private Finding ends(Instant end) {
        Instant now = clock.instant();
        String day = end.atZone(ZoneOffset.UTC).toLocalDate() + ".";
        String fix = "Put a new certificate there and start serve again.";
        if (!now.isBefore(end)) {
            return Finding.fail(NAME, "The certificate in " + certificate + " has expired on " + day, fix);
        }
        String fact = "The certificate in " + certificate + " expires on " + day;
        return now.plus(SOON).isAfter(end) ? Finding.warn(NAME, fact, fix) : Finding.ok(NAME, fact);
    }
}
