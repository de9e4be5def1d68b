package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.cli.Check.Finding;
import org.throughline.cli.Check.Verdict;
import org.throughline.problem.SetupException;
import org.throughline.testing.TestCertificate;
import org.throughline.web.WebSetting;

/** Certificate and key as throughline.yaml names them, made for the test; {@link ServeIT} serves with them. */
final class ServeTlsIT {
    @TempDir
    private Path home;

    private TestCertificate own;

    @BeforeEach
    void setUp() throws IOException {
        own = TestCertificate.issue(home, "hub", "EC");
        configure("hub.pem", "hub.key");
    }

    private void configure(String certificate, String key) throws IOException {
        Files.writeString(
                home.resolve("throughline.yaml"), "http: {certificate: " + certificate + ", key: " + key + "}\n");
    }

    private WebSetting setting() {
        try (Hub hub = new Hub(Map.of("THROUGHLINE_HOME", home.toString()), home, Clock.systemUTC(), "test")) {
            return ServeCommand.setting(hub, Optional.of(0));
        }
    }

    @Test
    void speaksTlsWithTheFilesOfTheHome() {
        assertThat(setting().tls()).contains(new WebSetting.Tls(own.certificate(), own.key()));
    }

    @Test
    void namesFilesThatAreNotThere() throws IOException {
        configure("gone.pem", "gone.key");

        assertThatThrownBy(this::setting)
                .isInstanceOf(SetupException.class)
                .hasMessage("File " + home.resolve("gone.pem") + " cannot be read. Put it there, readable for the hub."
                        + System.lineSeparator() + "File " + home.resolve("gone.key")
                        + " cannot be read. Put it there, readable for the hub.");
    }

    @Test
    void namesTheKeyOfAnotherCertificate() throws IOException {
        TestCertificate.issue(home, "other", "EC");
        configure("hub.pem", "other.key");

        assertThatThrownBy(this::setting)
                .isInstanceOf(SetupException.class)
                .hasMessageStartingWith("The key in " + home.resolve("other.key")
                        + " does not belong to the first certificate in " + own.certificate() + ". ");
    }

    @Test
    void refusesAKeyThatOthersMayRead() throws IOException {
        Files.setPosixFilePermissions(own.key(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(this::setting)
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("The file hub.key has mode rw-r--r--; others may read it. Run chmod 600 on it.");
    }

    @Test
    void tellsInGoodTimeThatTheCertificateEnds() {
        assertThat(checked(Duration.ofDays(60)).verdict()).isEqualTo(Verdict.OK);
        assertThat(checked(Duration.ofDays(10)))
                .isEqualTo(Finding.warn(
                        "http certificate",
                        "The certificate in " + own.certificate() + " expires on " + lastDay() + ".",
                        "Put a new certificate there and start serve again."));
        assertThat(checked(Duration.ofDays(-1)).fact()).contains(" has expired on ");
    }

    private String lastDay() {
        return own.ends().atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private Finding checked(Duration before) {
        Instant now = own.ends().minus(before);
        return new CertificateCheck(own.certificate(), own.key(), Clock.fixed(now, ZoneOffset.UTC)).run();
    }

    @Test
    void saysWhatIsWrongWithTheFiles() {
        Finding finding = new CertificateCheck(own.certificate(), own.certificate(), Clock.systemUTC()).run();

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.fact()).startsWith("File " + own.certificate() + " holds no private key");
    }
}
