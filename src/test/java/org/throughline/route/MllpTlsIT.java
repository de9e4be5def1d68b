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
import java.util.concurrent.TimeUnit;
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

/** The listener behind TLS, with certificates made for the test by Java's own keytool. */
final class MllpTlsIT {
    private static final String MESSAGE = "MSH|^~\\&|HIS|EAST|HUB|STATE|20261006||ADT^A01|C1|P|2.5.1\rPID|1||A1\r";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";

    @TempDir
    private Path folder;

    private Path certificate;
    private Path key;

    @BeforeEach
    void issue() throws Exception {
        Path store = folder.resolve("hub.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "hub",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                store);
        certificate = folder.resolve("hub.pem");
        keytool("-exportcert", "-rfc", "-alias", "hub", "-file", certificate.toString(), store);
        key = folder.resolve("hub.key");
        java.security.KeyStore keys = java.security.KeyStore.getInstance(store.toFile(), "synthetic".toCharArray());
        byte[] bytes = keys.getKey("hub", "synthetic".toCharArray()).getEncoded();
        Files.writeString(key, BEGIN + java.util.Base64.getMimeEncoder().encodeToString(bytes) + END);
    }

    private static void keytool(Object... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        for (Object argument : arguments) {
            command.addAll(
                    argument instanceof Path store
                            ? List.of("-keystore", store.toString(), "-storepass", "synthetic", "-storetype", "PKCS12")
                            : List.of(argument.toString()));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
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
                List.of());
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
    private SSLContext stranger() throws Exception {
        java.security.KeyStore trusted = java.security.KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (var bytes = Files.newInputStream(certificate)) {
            trusted.setCertificateEntry(
                    "hub",
                    java.security.cert.CertificateFactory.getInstance("X.509").generateCertificate(bytes));
        }
        var trust = javax.net.ssl.TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
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
                        + " holds no private key in PKCS #8 without a password (BEGIN PRIVATE KEY).");
    }
}
