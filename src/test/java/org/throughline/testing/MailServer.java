package org.throughline.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A real mail server for tests, with a certificate for localhost: plain, by TLS, and by STARTTLS. */
public final class MailServer implements AutoCloseable {
    private static final String WORD = TestCertificate.WORD;

    /** GreenMail reads its key store once in the life of a process: every server shows the same certificate. */
    private static final TestCertificate OWN = issued();

    private final Path store = OWN.certificate().resolveSibling("mail.p12");
    private final GreenMail mail;
    private final ServerSocket startTls;

    /** Starts a server. */
    public MailServer() throws IOException {
        System.setProperty("greenmail.tls.keystore.file", store.toString());
        System.setProperty("greenmail.tls.keystore.password", WORD);
        this.mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
        });
        mail.start();
        this.startTls = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        spawn(this::accept);
    }

    private static TestCertificate issued() {
        try {
            Path folder = Files.createTempDirectory("mail-server");
            TestCertificate issued = TestCertificate.issue(folder, "mail", "EC", "dns:localhost");
            folder.toFile().deleteOnExit();
            for (String file : List.of("mail.p12", "mail.pem", "mail.key")) {
                folder.resolve(file).toFile().deleteOnExit();
            }
            return issued;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PEM file of its certificate. */
    public Path certificate() {
        return OWN.certificate();
    }

    /** Port in clear, without STARTTLS. */
    public int plainPort() {
        return mail.getSmtp().getPort();
    }

    /** Port for TLS from the first byte. */
    public int tlsPort() {
        return mail.getSmtps().getPort();
    }

    /** GreenMail knows no STARTTLS: this port does, and hands what was said under TLS on to it. */
    public int startTlsPort() {
        return startTls.getLocalPort();
    }

    /** From now on it knows this login, and takes no other. */
    public void login(String user, String password) {
        mail.setUser(user, user, password);
    }

    /** What it took. */
    public List<MimeMessage> received() {
        return List.of(mail.getReceivedMessages());
    }

    /** Forgets what it took. */
    public void forget() throws Exception {
        mail.purgeEmailFromAllMailboxes();
    }

    /** The text of a mail, with plain line ends. */
    public static String text(MimeMessage message) throws MessagingException, IOException {
        return message.getContent().toString().replace("\r\n", "\n");
    }

    private void accept() {
        while (!startTls.isClosed()) {
            try {
                Socket caller = startTls.accept();
                spawn(() -> serve(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            say(caller, "220 ready");
            line(caller.getInputStream());
            say(caller, "250-localhost\r\n250 STARTTLS");
            line(caller.getInputStream());
            say(caller, "220 go ahead");
            SSLSocket secure = (SSLSocket) tls().getSocketFactory().createSocket(caller, null, caller.getPort(), true);
            secure.setUseClientMode(false);
            try (Socket behind = new Socket(InetAddress.getLoopbackAddress(), plainPort())) {
                line(behind.getInputStream());
                spawn(() -> copy(behind, secure));
                copy(secure, behind);
            }
        } catch (IOException | GeneralSecurityException over) {
            // The caller went away.
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            OutputStream out = to.getOutputStream();
            from.getInputStream().transferTo(out);
            to.shutdownOutput();
        } catch (IOException over) {
            // One of both went away.
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void line(InputStream in) throws IOException {
        int sign = in.read();
        while (sign >= 0 && sign != '\n') {
            sign = in.read();
        }
    }

    private SSLContext tls() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(store)) {
            keys.load(bytes, WORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, WORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private static void spawn(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        startTls.close();
        mail.stop();
        System.clearProperty("greenmail.tls.keystore.file");
        System.clearProperty("greenmail.tls.keystore.password");
    }
}
