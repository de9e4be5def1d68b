package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.demo.PartnerServer;
import org.throughline.intake.UploadTokens;
import org.throughline.setup.SetupScope;
import org.throughline.testing.TestCertificate;

/** The hub as it serves: a file by SFTP, one by HTTPS, a receipt back, and an end in good order. */
final class ServeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ROWS = "Number,First,Last,Born,SSN,Sex,Note\nP-%d,Hazel,Aster,1980-02-29,,F,\n";

    @TempDir
    private Path folder;

    private final KeyPair key = PartnerServer.newKey();
    private TestCertificate own;
    private Path home;

    @BeforeEach
    void setUp() throws IOException {
        home = folder.resolve("home");
        copy(Path.of("mappings/codes"), folder.resolve("mappings/codes"));
        copy(Path.of("src/test/resources/acceptance/mappings"), home.resolve("mappings"));
        Files.createDirectories(home.resolve("mappings/aster"));
        Files.writeString(
                home.resolve("mappings/aster/partner.yaml"), """
                    partner: aster
                    title: Aster (synthetic)
                    kind: provider
                    account: {transport: drop, public_keys: ['%s'], completion: rename}
                    feeds:
                      - {feed: people, mapping: probe/people}
                    """.formatted(PublicKeyEntry.toString(key.getPublic())));
        try (ServerSocket free = new ServerSocket(0);
                ServerSocket monitored = new ServerSocket(0)) {
            Files.writeString(
                    home.resolve("throughline.yaml"),
                    "drop_server: {port: " + free.getLocalPort() + "}\nmonitoring: {port: " + monitored.getLocalPort()
                            + "}\nhttp: {certificate: hub.pem, key: hub.key}\n");
        }
        own = TestCertificate.issue(home, "hub", "RSA");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    @Test
    void takesFilesByBothDoorsAndSendsReceiptsBack() throws Exception {
        Clock clock = Clock.fixed(Instant.parse("2026-10-06T12:00:00Z"), ZoneOffset.UTC);
        try (Hub hub = new Hub(Map.of("THROUGHLINE_HOME", home.toString()), folder, clock, "test")) {
            hub.partners().apply(SetupScope.all());
            hub.uploadTokens().add("aster", UploadTokens.sha256("tl_a-token-for-tests"));
            Path drop = home.resolve("drop/aster");
            try (Serving serving = Serving.start(hub, ServeCommand.setting(hub, Optional.of(0)))) {
                drop(serving.dropPort());
                await(() -> names(drop.resolve("archive")).size() == 1, serving);
                HttpResponse<String> taken = upload(serving.httpPort());
                serving.round();

                assertThat(taken.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
                assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
                assertThat(names(drop.resolve("inbox"))).isEmpty();
                assertThat(names(drop.resolve("receipts")))
                        .contains("1-people_1.csv.receipt.json", "2-people_2.csv.receipt.json");
                opensToNobodyWhoDoesNotTrustIt(serving.httpPort());
            }
            assertThat(hub.uploadTokens().revoke("aster")).isOne();
            assertThat(hub.uploadTokens().senders()).isEmpty();
        }
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    private void drop(int port) throws IOException {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier((session, address, shown) -> true);
            client.start();
            try (ClientSession session =
                    client.connect("aster", "127.0.0.1", port).verify(PATIENCE).getSession()) {
                session.addPublicKeyIdentity(key);
                session.auth().verify(PATIENCE);
                try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
                    try (var out = sftp.write("/inbox/people_1.csv.part")) {
                        out.write(ROWS.formatted(1).getBytes());
                    }
                    sftp.rename("/inbox/people_1.csv.part", "/inbox/people_1.csv");
                }
            }
        }
    }

    private HttpResponse<String> upload(int port) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .sslContext(own.client())
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "https://127.0.0.1:" + port + "/feeds/aster/people/files?name=people_2.csv"))
                                .header("Authorization", "Bearer tl_a-token-for-tests")
                                .POST(HttpRequest.BodyPublishers.ofString(ROWS.formatted(2)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private void opensToNobodyWhoDoesNotTrustIt(int port) throws IOException, InterruptedException {
        HttpRequest secure = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/health"))
                .build();
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(secure, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(SSLException.class);
        HttpRequest plain = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(plain, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(400);
        try (SSLSocket old = (SSLSocket) own.client().getSocketFactory().createSocket("127.0.0.1", port)) {
            old.setEnabledProtocols(new String[] {"TLSv1.1"});
            assertThatThrownBy(old::startHandshake).isInstanceOf(SSLException.class);
        }
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    /** Looks into the inbox again until the condition holds. */
    private static void await(Condition condition, Serving serving) throws IOException {
        long start = System.nanoTime();
        while (!condition.holds() && System.nanoTime() - start < PATIENCE.toNanos()) {
            serving.look();
        }
        assertThat(condition.holds()).isTrue();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
