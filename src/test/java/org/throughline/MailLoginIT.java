package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.cli.Check.Finding;
import org.throughline.notice.Mail;
import org.throughline.notice.Posted;
import org.throughline.route.HubRoutes;
import org.throughline.route.MailSetting;
import org.throughline.route.RouteSetting;
import org.throughline.testing.MailServer;

/** The block mail of throughline.yaml, with a password from a file, against a real mail server that asks for a login. */
final class MailLoginIT {
    private static final String LOGIN = "user: hub, password_file: secrets/mail, ";
    private static final Mail MAIL = new Mail("desk@agency.example", "Receipt 1", "A receipt is ready.");

    @TempDir
    private Path home;

    private static MailServer server;

    @BeforeAll
    static void serve() throws IOException {
        server = new MailServer();
        server.login("hub", "right-word");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private MailSetting setting(String security, String password) throws IOException {
        return setting(security, security.equals("tls") ? server.tlsPort() : server.startTlsPort(), password);
    }

    private MailSetting setting(String security, int port, String password) throws IOException {
        Files.createDirectories(home.resolve("secrets"));
        Path secret = Files.writeString(home.resolve("secrets/mail"), password + "\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(
                home.resolve("throughline.yaml"),
                "mail: {host: localhost, port: " + port + ", from: hub@agency.example, security: " + security + ", "
                        + (security.equals("plain") ? "" : LOGIN) + "trust_file: " + server.certificate() + "}\n");
        try (Hub hub = new Hub(Map.of("THROUGHLINE_HOME", home.toString()), home, Clock.systemUTC(), "test")) {
            return hub.configuration().mail().orElseThrow();
        }
    }

    private Posted send(MailSetting setting) {
        RouteSetting routes =
                new RouteSetting(home.resolve("spool"), Optional.of(Path.of("routes")), Clock.systemUTC());
        try (HubRoutes hub = new HubRoutes(
                routes,
                (from, name) -> Optional.empty(),
                delivery -> {
                    throw new IllegalStateException("Nothing arrives here.");
                },
                event -> {})) {
            hub.start();
            return hub.post(setting).send(MAIL);
        }
    }

    private static Finding checked(MailSetting setting) {
        return new MailCheck(setting, true).run();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls", "starttls"})
    void logsInWithThePasswordOfTheFile(String security) throws Exception {
        server.forget();
        MailSetting setting = setting(security, "right-word");

        assertThat(send(setting)).isInstanceOf(Posted.Taken.class);
        assertThat(server.received()).hasSize(1);
        assertThat(checked(setting))
                .isEqualTo(Finding.ok("mail", "localhost:" + setting.port() + " answers and takes the hub's login."));
        assertThat(server.received()).as("a check sends nothing").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls", "starttls"})
    void tellsThatTheLoginIsNotAccepted(String security) throws Exception {
        server.forget();
        MailSetting setting = setting(security, "wrong-word");

        assertThat(send(setting)).isEqualTo(new Posted.Broken("the mail server does not accept the hub's login"));
        assertThat(server.received()).isEmpty();
        assertThat(checked(setting))
                .isEqualTo(Finding.fail(
                        "mail",
                        "At localhost:" + setting.port() + " the mail server does not accept the hub's login.",
                        "Correct user, and the password in the file that password_file names."));
    }

    @Test
    void triesNothingUnlessAsked() throws IOException {
        assertThat(new MailCheck(setting("tls", 1, "right-word"), false).run())
                .isEqualTo(Finding.ok("mail", "A mail server is set up; not tried. doctor --network tries it."));
    }

    @Test
    void saysHowToMendEachFault() throws IOException {
        int closed;
        try (ServerSocket free = new ServerSocket(0)) {
            closed = free.getLocalPort();
        }
        assertThat(checked(setting("tls", closed, "x")).fix()).isEqualTo("Correct host and port, or start the server.");
        assertThat(checked(setting("starttls", server.plainPort(), "x")).fix())
                .isEqualTo("Have it offer STARTTLS, or set security to tls with its port for TLS, often 465.");
        assertThat(checked(setting("tls", server.plainPort(), "x")).fact())
                .contains("shows no certificate for its name that the hub trusts, or speaks no TLS");
        assertThat(checked(setting("plain", server.plainPort(), "x")).fact())
                .isEqualTo("localhost:" + server.plainPort() + " answers.");
    }
}
