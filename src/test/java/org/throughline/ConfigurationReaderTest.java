package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.problem.SetupException;
import org.throughline.route.MailSetting;

final class ConfigurationReaderTest {
    @TempDir
    Path home;

    @Test
    void needsNothingButAHome() {
        HubConfiguration configuration = read(Map.of());

        assertThat(configuration.home()).isEqualTo(home);
        assertThat(configuration.server()).isEmpty();
        assertThat(configuration.rolePrefix()).isEqualTo("throughline_");
        assertThat(configuration.zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(configuration.poolSize()).isEqualTo(6);
    }

    @Test
    void takesTheFolderBesideTheCallerAsHome() {
        assertThat(ConfigurationReader.home(Map.of()))
                .isEqualTo(Path.of(".throughline").toAbsolutePath());
    }

    @Test
    void readsEveryKeyOfTheFile() throws IOException {
        secret("owner", "0w", "rw-------");
        secret("hub", "h", "r--------");
        file("role_prefix: night_\nzone: America/Chicago\npool_size: 12\n"
                + "database_owner: {user: boss, password_file: owner}\n");

        HubConfiguration configuration = read(server(home.resolve("hub").toString()));

        assertThat(configuration.rolePrefix()).isEqualTo("night_");
        assertThat(configuration.zone()).isEqualTo(ZoneId.of("America/Chicago"));
        assertThat(configuration.poolSize()).isEqualTo(12);
        assertThat(configuration.server().orElseThrow().owner()).isEqualTo(new HubConfiguration.Login("boss", "0w"));
        assertThat(configuration.server().orElseThrow().hub())
                .isEqualTo(new HubConfiguration.Login("throughline", "h"));
    }

    @Test
    void readsTheMailServer() throws IOException {
        secret("mail", "s3cret-word", "rw-------");
        secret("mail.pem", "x", "rw-r--r--");
        file("mail: {host: mail.agency.example, port: 587, from: hub@agency.example, security: starttls, user: hub,"
                + " password_file: mail, trust_file: mail.pem}\n");

        MailSetting mail = read(Map.of()).mail().orElseThrow();

        assertThat(mail)
                .isEqualTo(new MailSetting(
                        "mail.agency.example",
                        587,
                        "hub@agency.example",
                        Optional.of(new MailSetting.Login("hub", "s3cret-word")),
                        MailSetting.Security.STARTTLS,
                        Optional.of(home.resolve("mail.pem"))));
        assertThat(mail.toString()).doesNotContain("s3cret-word");
    }

    @Test
    void tellsWhatIsWrongWithTheMailServer() throws IOException {
        secret("mail", "s3cret-word", "rw-------");
        file("mail: {host: mail.agency.example, port: 0, from: \"hub@a.example\\r"
                + "\\n"
                + "Bcc: b@c.example\", security: plain, user: hub, password_file: mail, password: x, trust_file:"
                + " gone.pem}\n");

        assertThat(findings(Map.of()))
                .containsExactly(
                        "throughline.yaml:1:41: The value of port is not a port, 1 to 65535.",
                        "throughline.yaml:1:50: The value of from is not an address such as hub@agency.example.",
                        "throughline.yaml:1:97: A password does not travel in clear. Use starttls or tls, or leave the"
                                + " login out.",
                        "throughline.yaml:1:136: The key password is not known. Known here: host, port, from, security,"
                                + " user, password_file, trust_file.",
                        "throughline.yaml:1:161: The file cannot be read. Put the PEM certificates there.");
    }

    @Test
    void printsNoPassword() throws IOException {
        secret("hub", "s3cret-word", "rw-------");

        assertThat(read(server("hub")).toString()).contains("[REDACTED]").doesNotContain("s3cret-word");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() throws IOException {
        secret("hub", "h", "rw-r--r--");
        file("role_prefx: a\nzone: Nowhere/Land\npool_size: 1\n");
        Map<String, String> environment = new HashMap<>(server("hub"));
        environment.put("THROUGHLINE_DB_USR", "x");
        environment.put("THROUGHLINE_DB_PASSWORD", "s3cret-word");
        environment.remove("THROUGHLINE_DB_USER");

        assertThat(findings(environment))
                .containsExactly(
                        "THROUGHLINE_DB_PASSWORD: The variable is not known. A password comes from a file: name it in"
                                + " THROUGHLINE_DB_PASSWORD_FILE.",
                        "THROUGHLINE_DB_USR: The variable is not known. Did you mean THROUGHLINE_DB_USER?",
                        "THROUGHLINE_DB_USER: The variable is missing. THROUGHLINE_DB_URL needs it.",
                        "THROUGHLINE_DB_PASSWORD_FILE: The file hub has mode rw-r--r--; others may read it. Run chmod"
                                + " 600 on it.",
                        "throughline.yaml:1:1: The key role_prefx is not known. Did you mean role_prefix? Known here:"
                                + " role_prefix, zone, pool_size, database_owner, drop_server, http, mail, monitoring, traces, logs.",
                        "throughline.yaml:2:7: The value of zone is not a time zone such as America/New_York.",
                        "throughline.yaml:3:12: The value of pool_size is not a number, 2 to 100.");
    }

    @Test
    void refusesAPasswordInTheAddress() throws IOException {
        secret("hub", "h", "rw-------");
        Map<String, String> environment = new HashMap<>(server("hub"));
        environment.put("THROUGHLINE_DB_URL", "jdbc:postgresql://db/hub?password=s3cret-word");

        assertThat(findings(environment))
                .containsExactly("THROUGHLINE_DB_URL: The address holds a password. Put it into a file and name that in"
                        + " THROUGHLINE_DB_PASSWORD_FILE.");
    }

    @Test
    void refusesAUserWithoutAServer() {
        assertThat(findings(Map.of("THROUGHLINE_DB_USER", "x")))
                .containsExactly("THROUGHLINE_DB_USER: The variable is set, but THROUGHLINE_DB_URL is not. Set both, or"
                        + " neither for the embedded database.");
    }

    @Test
    void refusesAPasswordFileThatIsNotThere() {
        assertThat(findings(server("no-such-file")))
                .containsExactly("THROUGHLINE_DB_PASSWORD_FILE: The file cannot be read. Put the password there,"
                        + " readable by the hub alone.");
    }

    private HubConfiguration read(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("THROUGHLINE_HOME", home.toString());
        return ConfigurationReader.read(all);
    }

    private Iterable<String> findings(Map<String, String> environment) {
        return catchThrowableOfType(SetupException.class, () -> read(environment))
                .findings();
    }

    private static Map<String, String> server(String passwordFile) {
        return Map.of(
                "THROUGHLINE_DB_URL",
                "jdbc:postgresql://db.example/hub",
                "THROUGHLINE_DB_USER",
                "throughline",
                "THROUGHLINE_DB_PASSWORD_FILE",
                passwordFile);
    }

    private void file(String text) throws IOException {
        Files.writeString(home.resolve("throughline.yaml"), text);
    }

    private void secret(String name, String text, String mode) throws IOException {
        Path file = Files.writeString(home.resolve(name), text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
