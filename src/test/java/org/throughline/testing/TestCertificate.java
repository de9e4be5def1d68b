package org.throughline.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for this machine and its key, made for a test by Java's own keytool.
 *
 * @param certificate PEM file of the certificate, which vouches for itself
 * @param key PEM file of its key
 */
public record TestCertificate(Path certificate, Path key) {
    /** Password of the key store NAME.p12 that is made on the way. */
    static final String WORD = "synthetic";

    /** Issues one of a kind, RSA or EC, and writes its files under a name into a folder. */
    public static TestCertificate issue(Path folder, String name, String kind) {
        return issue(folder, name, kind, "ip:127.0.0.1,dns:localhost");
    }

    /** Issues one for certain names of this machine, as keytool writes them. */
    static TestCertificate issue(Path folder, String name, String kind, String machine) {
        Path store = folder.resolve(name + ".p12");
        try {
            keytool(store, kind, machine);
            KeyStore keys = KeyStore.getInstance(store.toFile(), WORD.toCharArray());
            Path certificate = folder.resolve(name + ".pem");
            Files.writeString(
                    certificate, pem("CERTIFICATE", keys.getCertificate("own").getEncoded()));
            Path key = folder.resolve(name + ".key");
            Files.writeString(
                    key,
                    pem("PRIVATE KEY", keys.getKey("own", WORD.toCharArray()).getEncoded()));
            key.toFile().setReadable(false, false);
            key.toFile().setReadable(true, true);
            return new TestCertificate(certificate, key);
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException("No certificate could be made.", impossible);
        }
    }

    private static void keytool(Path store, String kind, String machine) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "own",
                        "-keyalg",
                        kind,
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=" + machine,
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        WORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool makes no certificate.");
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + what
                + "-----\n";
    }

    private X509Certificate shown() {
        try (InputStream bytes = Files.newInputStream(certificate)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** When it ends. */
    public Instant ends() {
        return shown().getNotAfter().toInstant();
    }

    /** A client that trusts this certificate and nothing else, and shows none. */
    public SSLContext client() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("own", shown());
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
