package org.throughline.route;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.throughline.problem.SetupException;
import org.throughline.route.MailSetting.Login;
import org.throughline.route.MailSetting.Security;

/** Tries whether a mail server answers and takes the hub's login. Sends no mail. */
public final class MailProbe {
    private static final String PATIENCE_MILLIS = "10000";

    private MailProbe() {}

    /** Why the server cannot be used, and what to do about it. */
    public record Fault(String words, String fix) {}

    /** What is wrong; empty where notices can be handed over. */
    public static Optional<Fault> fault(MailSetting setting) {
        String scheme = setting.security() == Security.TLS ? "smtps" : "smtp";
        try (Transport server =
                Session.getInstance(properties(setting, "mail." + scheme + ".")).getTransport(scheme)) {
            server.connect(
                    setting.host(),
                    setting.port(),
                    setting.login().map(Login::user).orElse(null),
                    setting.login().map(Login::password).orElse(null));
            return Optional.empty();
        } catch (SetupException unusable) {
            return Optional.of(new Fault(
                    "the trust_file of the mail server holds no certificates that can be read",
                    "Put the certificates that vouch for the server there, in PEM."));
        } catch (MessagingException refused) {
            MailFault fault = MailFault.of(refused);
            return Optional.of(new Fault(fault.words(), fault.fix()));
        }
    }

    private static Properties properties(MailSetting setting, String prefix) {
        String secret = Boolean.toString(setting.security() == Security.STARTTLS);
        Properties properties = new Properties();
        properties.put(prefix + "connectiontimeout", PATIENCE_MILLIS);
        properties.put(prefix + "timeout", PATIENCE_MILLIS);
        properties.put(prefix + "writetimeout", PATIENCE_MILLIS);
        properties.put(prefix + "auth", Boolean.toString(setting.login().isPresent()));
        properties.put(prefix + "starttls.enable", secret);
        properties.put(prefix + "starttls.required", secret);
        properties.put(prefix + "ssl.checkserveridentity", "true");
        setting.trusted()
                .map(PemFiles::trust)
                .ifPresent(trust -> properties.put(
                        prefix + "ssl.socketFactory", trusting(trust).getSocketFactory()));
        return properties;
    }

    private static SSLContext trusting(TrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has TLS.", impossible);
        }
    }
}
