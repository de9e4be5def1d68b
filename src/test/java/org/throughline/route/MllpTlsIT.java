package org.throughline.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.Counts;
import org.throughline.intake.FeedId;
import org.throughline.intake.Receipt;
import org.throughline.intake.SubmissionStatus;
import org.throughline.problem.SetupException;
import org.throughline.testing.TestCertificate;

/** The listener behind TLS, with certificates made for the test by Java's own keytool. */
final class MllpTlsIT {
    private static final String MESSAGE = "MSH|^~\\&|HIS|EAST|HUB|STATE|20261006||ADT^A01|C1|P|2.5.1\rPID|1||A1\r";

    @TempDir
    private Path folder;

    private TestCertificate own;
    private Path certificate;
    private Path key;

    @BeforeEach
    void issue() {
        own = TestCertificate.issue(folder, "hub", "EC");
        certificate = own.certificate();
        key = own.key();
    }

    private MllpScene scene(boolean mutual) {
        Map<String, String> parameters =
                new java.util.HashMap<>(Map.of("certificate", certificate.toString(), "key", key.toString()));
        if (mutual) {
            parameters.put("authorities", certificate.toString());
        }
        return new MllpScene(folder, parameters, delivery -> loaded());
    }

    private static Receipt loaded() {
        return new Receipt(
                1,
                new FeedId("hospital", "adt"),
                "file",
                "sha",
                Instant.EPOCH,
                SubmissionStatus.LOADED,
                Optional.empty(),
                Optional.empty(),
                new Counts(1, 0, 0, 0, 0),
                0,
                List.of(),
                List.of(),
                List.of(),
                java.util.Map.of());
    }

    private MllpScene.Peer peer(SSLContext context, int port) {
        try {
            SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
            return new MllpScene.Peer(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client that trusts the hub's certificate, and shows the same one. */
    private SSLContext client() {
        return new PemFiles(certificate, key, Optional.of(certificate)).context();
    }

    /** A client that trusts the hub's certificate, and shows none. */
    private SSLContext stranger() {
        return own.client();
    }

    @Test
    void acknowledgesOverTls() throws Exception {
        try (MllpScene scene = scene(false);
                MllpScene.Peer peer = peer(stranger(), scene.port())) {
            assertThat(peer.sends(MESSAGE)).contains("MSA|AA|C1");
            assertThat(peer.sends(MESSAGE)).contains("MSA|AA|C1");
        }
    }

    @Test
    void asksClientsForCertificatesWhereAuthoritiesAreNamed() throws Exception {
        try (MllpScene scene = scene(true)) {
            try (MllpScene.Peer known = peer(client(), scene.port())) {
                assertThat(known.sends(MESSAGE)).contains("MSA|AA|C1");
            }
            try (MllpScene.Peer unknown = peer(stranger(), scene.port())) {
                assertThatThrownBy(() -> unknown.sends(MESSAGE)).isInstanceOf(IOException.class);
            }
            assertThat(scene.event()).contains("the peer does not speak TLS as agreed");
        }
    }

    @Test
    void givesUpPlainTextOnChannelWithTls() throws Exception {
        try (MllpScene scene = scene(false)) {
            try (MllpScene.Peer plain = scene.peer()) {
                plain.writes(new byte[] {0x0B, 'M', 'S', 'H', '|', '^', '~', '\\', '&', '|', 0x1C, '\r'});
                plain.answer();
            }
            assertThat(scene.event()).contains("the peer does not speak TLS as agreed");
        }
    }

    @Test
    void namesFileThatHoldsNoKey() {
        PemFiles files = new PemFiles(certificate, certificate, Optional.empty());

        assertThatThrownBy(files::context)
                .isInstanceOf(SetupException.class)
                .hasMessage("File " + certificate
                        + " holds no private key in PKCS #8 without a password (BEGIN PRIVATE KEY). Convert the key:"
                        + " openssl pkcs8 -topk8 -nodes -in OLD -out NEW.");
    }

    @Test
    void tellsKeyOfAnotherCertificate() {
        for (String kind : List.of("EC", "RSA")) {
            Path other = TestCertificate.issue(folder, "other-" + kind, kind).key();
            PemFiles files = new PemFiles(certificate, other, Optional.empty());

            assertThatThrownBy(files::checked)
                    .isInstanceOf(SetupException.class)
                    .hasMessage("The key in " + other + " does not belong to the first certificate in " + certificate
                            + ". Put the key there that the certificate was requested with, and the hub's own"
                            + " certificate first.");
        }
    }

    @Test
    void tellsEverythingThatIsWrongWithTheFilesAtOnce() throws IOException {
        Path damaged = Files.writeString(
                folder.resolve("damaged.key"), "-----BEGIN PRIVATE KEY-----\nAAAA\n" + "-----END PRIVATE KEY-----\n");

        assertThatThrownBy(new PemFiles(folder.resolve("gone.pem"), damaged, Optional.empty())::checked)
                .isInstanceOf(SetupException.class)
                .extracting(wrong -> ((SetupException) wrong).findings())
                .isEqualTo(List.of(
                        "File " + folder.resolve("gone.pem") + " cannot be read. Put it there, readable for the hub.",
                        "File " + damaged + " holds a private key that is neither RSA nor EC, or is damaged. Issue one"
                                + " of these kinds."));
        assertThatThrownBy(new PemFiles(key, key, Optional.empty())::checked)
                .hasMessage("File " + key
                        + " holds no certificates in PEM (BEGIN CERTIFICATE) that can be read. Issue them anew.");
    }

    @Test
    void tellsWhenTheCertificateEnds() {
        assertThat(new PemFiles(certificate, key, Optional.empty()).checked()).isEqualTo(own.ends());
    }
}
