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

/** Says in words why a mail server took no mail. Never repeats what the server says: it may hold an address. */
final class MailFault {
    private static final String NO_STARTTLS = "STARTTLS is required";

    private MailFault() {}

    static Posted of(Exception failure) {
        List<Throwable> chain = chain(failure);
        if (find(chain, SendFailedException.class)
                .filter(MailFault::aboutAddress)
                .isPresent()) {
            return new Posted.Refused("the mail server takes nothing for the address of the contact");
        }
        return new Posted.Broken(words(chain));
    }

    private static boolean aboutAddress(SendFailedException refused) {
        return refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0;
    }

    private static String words(List<Throwable> chain) {
        if (chain.stream().anyMatch(MailFault::withoutTls)) {
            return "the mail server offers no STARTTLS, and nothing is sent in clear";
        }
        if (find(chain, SSLException.class).isPresent()) {
            return "the mail server shows no certificate for its name that the hub trusts, or speaks no TLS";
        }
        if (find(chain, AuthenticationFailedException.class).isPresent()) {
            return "the mail server does not accept the hub's login";
        }
        if (find(chain, UnknownHostException.class).isPresent()) {
            return "the name of the mail server is not known";
        }
        if (find(chain, SocketTimeoutException.class).isPresent()) {
            return "the mail server did not answer in time";
        }
        return find(chain, MailConnectException.class).isPresent()
                ? "nothing answers at the host and port of the mail server"
                : "the mail server refuses it";
    }

    private static boolean withoutTls(Throwable one) {
        return Optional.ofNullable(one.getMessage())
                .filter(text -> text.startsWith(NO_STARTTLS))
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
