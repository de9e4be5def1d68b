package org.throughline.route;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.SendFailedException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.throughline.notice.Posted;

/** Why a mail server cannot be used, and what to do. Never repeats what the server says: it may hold an address. */
enum MailFault {
    /** It cannot be spoken to in secret. */
    NO_STARTTLS(
            "the mail server offers no STARTTLS, and nothing is sent in clear",
            "Have it offer STARTTLS, or set security to tls with its port for TLS, often 465."),
    /** Nobody vouches for it. */
    CERTIFICATE(
            "the mail server shows no certificate for its name that the hub trusts, or speaks no TLS",
            "Write host as its certificate names it, put those who vouch for it into trust_file, and see that port and"
                    + " security belong together."),
    /** User or password are not right. */
    LOGIN(
            "the mail server does not accept the hub's login",
            "Correct user, and the password in the file that password_file names."),
    /** No such host. */
    UNKNOWN_HOST("the name of the mail server is not known", "Correct host."),
    /** No answer. */
    SILENT("the mail server did not answer in time", "Correct host and port, or have it let this machine in."),
    /** No listener. */
    CLOSED("nothing answers at the host and port of the mail server", "Correct host and port, or start the server."),
    /** Anything else that it does not take. */
    REFUSES("the mail server refuses it", "Ask the staff of the mail server; its log says why.");

    private static final String STARTTLS_REQUIRED = "STARTTLS is required";

    private final String words;
    private final String fix;

    MailFault(String words, String fix) {
        this.words = words;
        this.fix = fix;
    }

    String words() {
        return words;
    }

    String fix() {
        return fix;
    }

    /** What became of a mail that was not taken. */
    static Posted posted(Exception failure) {
        if (find(chain(failure), SendFailedException.class)
                .filter(MailFault::aboutAddress)
                .isPresent()) {
            return new Posted.Refused("the mail server takes nothing for the address of the contact");
        }
        return new Posted.Broken(of(failure).words);
    }

    private static boolean aboutAddress(SendFailedException refused) {
        return refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0;
    }

    static MailFault of(Exception failure) {
        List<Throwable> chain = chain(failure);
        if (chain.stream().anyMatch(MailFault::withoutTls)) {
            return NO_STARTTLS;
        }
        if (find(chain, SSLException.class).isPresent()) {
            return CERTIFICATE;
        }
        if (find(chain, AuthenticationFailedException.class).isPresent()) {
            return LOGIN;
        }
        if (find(chain, UnknownHostException.class).isPresent()) {
            return UNKNOWN_HOST;
        }
        if (find(chain, SocketTimeoutException.class).isPresent()) {
            return SILENT;
        }
        return find(chain, MailConnectException.class).isPresent() ? CLOSED : REFUSES;
    }

    private static boolean withoutTls(Throwable one) {
        return Optional.ofNullable(one.getMessage())
                .filter(text -> text.startsWith(STARTTLS_REQUIRED))
                .isPresent();
    }

    private static <T extends Throwable> Optional<T> find(List<Throwable> chain, Class<T> kind) {
        return chain.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable one = failure; one != null && !chain.contains(one); one = one.getCause()) {
            chain.add(one);
        }
        return chain;
    }
}
