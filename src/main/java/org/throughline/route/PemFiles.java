package org.throughline.route;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.throughline.problem.SetupException;

/**
 * What a TLS server of the hub shows and whom it trusts, out of PEM files.
 *
 * @param certificate chain of the hub's certificate, its own first
 * @param key private key in PKCS #8, without a password
 * @param authorities certificates of those who vouch for clients; empty where clients need none
 */
record PemFiles(Path certificate, Path key, Optional<Path> authorities) {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    /** Reads the files; throws a SetupException naming the one that cannot be used. */
    SSLContext context() {
        try {
            KeyStore own = empty();
            own.setKeyEntry(
                    "hub", privateKey(), new char[0], certificates(certificate).toArray(new Certificate[0]));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trusted(), null);
            return context;
        } catch (GeneralSecurityException | IOException wrong) {
            throw new SetupException("The key " + key + " does not belong to the certificate " + certificate
                    + ", or one of them is damaged. Issue both anew.");
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private TrustManager[] trusted() throws GeneralSecurityException, IOException {
        return authorities.isEmpty() ? new TrustManager[0] : trusting(authorities.get());
    }

    /** Trusts whom the certificates of a file vouch for, and nobody else; throws a SetupException where it is no good. */
    static TrustManager trust(Path file) {
        try {
            return trusting(file)[0];
        } catch (GeneralSecurityException | IOException unusable) {
            throw new SetupException("File " + file + " cannot be read as certificates in PEM.");
        }
    }

    private static TrustManager[] trusting(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        int number = 0;
        for (Certificate authority : certificates(file)) {
            store.setCertificateEntry("authority" + number++, authority);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return trust.getTrustManagers();
    }

    private PrivateKey privateKey() throws GeneralSecurityException {
        Matcher text = KEY.matcher(text(key));
        if (!text.find()) {
            throw new SetupException(
                    "File " + key + " holds no private key in PKCS #8 without a password" + " (BEGIN PRIVATE KEY).");
        }
        PKCS8EncodedKeySpec bytes =
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(text.group(1)));
        for (String algorithm : new String[] {"RSA", "EC"}) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(bytes);
            } catch (GeneralSecurityException other) {
                // A key does not say of which kind it is; the next kind is tried.
            }
        }
        throw new SetupException("File " + key + " holds a private key that is neither RSA nor EC.");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException missing) {
            throw new SetupException("File " + file + " cannot be read. Put it there, readable for the hub.");
        }
    }

    private static Collection<? extends Certificate> certificates(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(bytes);
            if (found.isEmpty()) {
                throw new SetupException("File " + file + " holds no certificate.");
            }
            return found;
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new SetupException("File " + file + " cannot be read as certificates in PEM.");
        }
    }
}
