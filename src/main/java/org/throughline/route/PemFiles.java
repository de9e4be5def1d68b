package org.throughline.route;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
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
public record PemFiles(Path certificate, Path key, Optional<Path> authorities) {
    private static final String NO_CERTIFICATE =
            "File %s holds no certificates in PEM (BEGIN CERTIFICATE) that can be read. Issue them anew.";
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    /** When the certificate ends; throws a SetupException with everything that is wrong with the files. */
    public Instant checked() {
        List<String> findings = new ArrayList<>();
        for (Runnable part : List.<Runnable>of(() -> certificates(certificate), this::privateKey)) {
            try {
                part.run();
            } catch (SetupException unusable) {
                findings.addAll(unusable.findings());
            }
        }
        if (!findings.isEmpty()) {
            throw new SetupException(findings);
        }
        context();
        return ((X509Certificate) certificates(certificate).get(0))
                .getNotAfter()
                .toInstant();
    }

    /** Reads the files; throws a SetupException naming the one that cannot be used. */
    SSLContext context() {
        try {
            PrivateKey secret = privateKey();
            List<Certificate> chain = certificates(certificate);
            if (!belongs(secret, chain.get(0).getPublicKey())) {
                throw new GeneralSecurityException("another key");
            }
            KeyStore own = empty();
            own.setKeyEntry("hub", secret, new char[0], chain.toArray(new Certificate[0]));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trusted(), null);
            return context;
        } catch (GeneralSecurityException | IOException wrong) {
            throw new SetupException("The key in " + key + " does not belong to the first certificate in " + certificate
                    + ". Put the key there that the certificate was requested with, and the hub's own certificate"
                    + " first.");
        }
    }

    private static boolean belongs(PrivateKey secret, PublicKey shown) throws GeneralSecurityException {
        if (!secret.getAlgorithm().equals(shown.getAlgorithm())) {
            return false;
        }
        byte[] probe = {1};
        Signature signature =
                Signature.getInstance("SHA256with" + (secret.getAlgorithm().equals("EC") ? "ECDSA" : "RSA"));
        signature.initSign(secret);
        signature.update(probe);
        byte[] signed = signature.sign();
        signature.initVerify(shown);
        signature.update(probe);
        return signature.verify(signed);
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
            throw new SetupException(NO_CERTIFICATE.formatted(file));
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

    private PrivateKey privateKey() {
        PKCS8EncodedKeySpec bytes = new PKCS8EncodedKeySpec(secretBytes());
        for (String algorithm : List.of("RSA", "EC")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(bytes);
            } catch (GeneralSecurityException other) {
                // A key does not say of which kind it is; the next kind is tried.
            }
        }
        throw new SetupException("File " + key + " holds a private key that is neither RSA nor EC, or is damaged. Issue"
                + " one of these kinds.");
    }

    private byte[] secretBytes() {
        Matcher text = KEY.matcher(text(key));
        if (!text.find()) {
            throw new SetupException("File " + key
                    + " holds no private key in PKCS #8 without a password (BEGIN PRIVATE KEY). Convert the key:"
                    + " openssl pkcs8 -topk8 -nodes -in OLD -out NEW.");
        }
        try {
            return Base64.getMimeDecoder().decode(text.group(1));
        } catch (IllegalArgumentException damaged) {
            return new byte[0];
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException missing) {
            throw new SetupException("File " + file + " cannot be read. Put it there, readable for the hub.");
        }
    }

    private static List<Certificate> certificates(Path file) {
        byte[] bytes = text(file).getBytes(StandardCharsets.ISO_8859_1);
        try {
            List<Certificate> found = List.copyOf(
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes)));
            if (found.isEmpty()) {
                throw new SetupException(NO_CERTIFICATE.formatted(file));
            }
            return found;
        } catch (GeneralSecurityException unreadable) {
            throw new SetupException(NO_CERTIFICATE.formatted(file));
        }
    }
}
