package org.throughline.route;

import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mail.DefaultAuthenticator;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.throughline.notice.Mail;
import org.throughline.notice.Post;
import org.throughline.notice.Posted;
import org.throughline.problem.SetupException;
import org.throughline.route.MailSetting.Security;

/** Hands notices over to the mail server by the route {@code mail-notice}, which is made for the first one. */
final class MailRoute implements Post {
    static final String TEMPLATE = "mail-notice";
    private static final String TEXT = "text/plain; charset=UTF-8";

    private final Templates templates;
    private final ProducerTemplate producer;
    private final MailSetting setting;
    private boolean open;

    MailRoute(Templates templates, ProducerTemplate producer, MailSetting setting) {
        this.templates = templates;
        this.producer = producer;
        this.setting = setting;
    }

    private void open() {
        if (!open) {
            templates.add(
                    TEMPLATE,
                    TEMPLATE,
                    parameters(setting),
                    Map.of("authenticator", login(setting), "tls", tls(setting)));
            open = true;
        }
    }

    private static Map<String, String> parameters(MailSetting setting) {
        return Map.of(
                "entrance", TEMPLATE,
                "scheme", setting.security() == Security.TLS ? "smtps" : "smtp",
                "host", setting.host(),
                "port", Integer.toString(setting.port()),
                "sender", setting.from(),
                "startTls", Boolean.toString(setting.security() == Security.STARTTLS),
                "login", Boolean.toString(setting.login().isPresent()));
    }

    /** The password stands in no route: whoever prints a route prints no secret. */
    private static DefaultAuthenticator login(MailSetting setting) {
        return setting.login()
                .map(login -> new DefaultAuthenticator(login.user(), login.password()))
                .orElseGet(() -> new DefaultAuthenticator(null, null));
    }

    private static SSLContextParameters tls(MailSetting setting) {
        SSLContextParameters tls = new SSLContextParameters();
        Optional<TrustManagersParameters> trust = setting.trusted().map(file -> {
            TrustManagersParameters managers = new TrustManagersParameters();
            managers.setTrustManager(PemFiles.trust(file));
            return managers;
        });
        trust.ifPresent(tls::setTrustManagers);
        return tls;
    }

    @Override
    public synchronized Posted send(Mail mail) {
        try {
            open();
        } catch (SetupException unusable) {
            return new Posted.Broken("the trust_file of the mail server holds no certificates that can be read");
        }
        Exchange answer = producer.send("direct:" + TEMPLATE, exchange -> write(mail, exchange.getMessage()));
        return Optional.ofNullable(answer.getException()).map(MailFault::posted).orElseGet(Posted.Taken::new);
    }

    private static void write(Mail mail, Message message) {
        message.setHeader("To", mail.to());
        message.setHeader("Subject", mail.subject());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("contentType", TEXT);
        message.setBody(mail.text());
    }
}
