package org.throughline.route;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.SftpException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.ExchangeTimedOutException;

/**
 * Says in words why an account could not be used. Never repeats what a library or the other side says: it may hold names
 * or contents.
 */
enum TransportFault {
    /** Another machine answers than the pinned one, or its key was replaced. */
    HOST_KEY("the server shows another host key than the one pinned for it"),
    /** The hub may not log in. */
    LOGIN("the server does not accept the hub's key for this account"),
    /** The private key is not there or is none. */
    KEY_FILE("the hub's key file cannot be read as a private key"),
    /** The name leads nowhere. */
    HOST_NAME("the host name is not known"),
    /** Nobody listens. */
    NOBODY_ANSWERS("nothing answers at the host and port"),
    /** The other side fell silent. */
    SILENT("the server did not answer in time"),
    /** The folder or the file is not there. */
    NOT_THERE("it is not there"),
    /** The account has no right to it. */
    DENIED("the account has no right to it"),
    /** The other side says no without a reason. */
    REFUSED("the server refuses it without saying why"),
    /** The folder leads elsewhere. */
    LINK("the folder is a link, and the hub follows none"),
    /** Nobody vouches for the server. */
    CERTIFICATE("the server's certificate is not one that this machine trusts"),
    /** Everything else. */
    BROKEN("the connection broke off");

    private final String words;

    TransportFault(String words) {
        this.words = words;
    }

    /** Why it failed, as the end of a sentence. */
    String words() {
        return words;
    }

    /** True where the other side answered, so that it may be asked for something else. */
    boolean answered() {
        return this == NOT_THERE || this == DENIED || this == REFUSED;
    }

    /** What a failure comes down to. */
    static TransportFault of(Throwable failure) {
        List<Throwable> causes = causes(failure);
        return certificate(causes)
                .or(() -> status(causes))
                .or(() -> local(causes))
                .or(() -> key(causes))
                .or(() -> socket(causes))
                .or(() -> login(causes))
                .orElse(BROKEN);
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    private static Optional<TransportFault> status(List<Throwable> causes) {
        return causes.stream()
                .filter(SftpException.class::isInstance)
                .map(SftpException.class::cast)
                .findFirst()
                .flatMap(TransportFault::status);
    }

    /** JSch says FAILURE both for the server's own no and for a connection that broke; the latter has a cause. */
    private static Optional<TransportFault> status(SftpException status) {
        return switch (status.id) {
            case ChannelSftp.SSH_FX_NO_SUCH_FILE -> Optional.of(NOT_THERE);
            case ChannelSftp.SSH_FX_PERMISSION_DENIED -> Optional.of(DENIED);
            default -> status.getCause() == null ? Optional.of(REFUSED) : Optional.empty();
        };
    }

    private static Optional<TransportFault> certificate(List<Throwable> causes) {
        return any(
                        causes,
                        cause -> cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException)
                ? Optional.of(CERTIFICATE)
                : Optional.empty();
    }

    private static Optional<TransportFault> local(List<Throwable> causes) {
        if (any(causes, NoSuchFileException.class::isInstance)) {
            return Optional.of(NOT_THERE);
        }
        return any(causes, AccessDeniedException.class::isInstance) ? Optional.of(DENIED) : Optional.empty();
    }

    private static Optional<TransportFault> key(List<Throwable> causes) {
        return any(causes, JSchHostKeyException.class::isInstance) ? Optional.of(HOST_KEY) : Optional.empty();
    }

    private static Optional<TransportFault> socket(List<Throwable> causes) {
        if (any(causes, UnknownHostException.class::isInstance)) {
            return Optional.of(HOST_NAME);
        }
        if (any(causes, cause -> cause instanceof ConnectException || cause instanceof NoRouteToHostException)) {
            return Optional.of(NOBODY_ANSWERS);
        }
        return any(
                        causes,
                        cause -> cause instanceof SocketTimeoutException || cause instanceof ExchangeTimedOutException)
                ? Optional.of(SILENT)
                : Optional.empty();
    }

    /** JSch tells these apart by its own fixed texts only. */
    private static Optional<TransportFault> login(List<Throwable> causes) {
        for (Throwable cause : causes) {
            if (cause instanceof JSchException && cause.getMessage() != null) {
                String text = cause.getMessage();
                if (text.startsWith("Auth ") || text.contains("Too many authentication failures")) {
                    return Optional.of(LOGIN);
                }
                if (text.startsWith("invalid privatekey")) {
                    return Optional.of(KEY_FILE);
                }
                if (text.contains("timeout")) {
                    return Optional.of(SILENT);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean any(List<Throwable> causes, Predicate<Throwable> kind) {
        return causes.stream().anyMatch(kind);
    }
}
