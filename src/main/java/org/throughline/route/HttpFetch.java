package org.throughline.route;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.problem.ProblemCode;

/**
 * Fetches one page: follows redirects on the same host, shows the token and renews it once, and asks again where the failure
 * may pass. Nothing that the service says is ever told, only its status.
 */
final class HttpFetch {
    private static final int REDIRECTS = 5;
    private static final int UNAUTHORIZED = 401;
    private static final Set<Integer> LOGIN = Set.of(UNAUTHORIZED, 403);
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);
    private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> FINE = Set.of(200, 204);

    private final HttpSetting setting;
    private final ChannelParts parts;
    private final HttpDoor door;
    private final HttpToken token;

    HttpFetch(HttpSetting setting, ChannelParts parts, HttpDoor door) {
        this.setting = setting;
        this.parts = parts;
        this.door = door;
        this.token = new HttpToken(setting, door, parts);
    }

    /** Takes a page out of an answer. */
    @FunctionalInterface
    interface Taker {

        /** Takes it; an {@link UnreadablePageException} has the page fetched again. */
        Page take(URI address, HttpDoor.Reply reply) throws IOException, RefusedException;
    }

    /** A body that breaks off or is not what it says it is. */
    static final class UnreadablePageException extends IOException {
        private static final long serialVersionUID = 1L;

        UnreadablePageException(String words) {
            super(words);
        }
    }

    /** A failure that may pass. */
    private record Failure(String words, ProblemCode code, Optional<String> retryAfter) {}

    /** True for a status that may be another one soon. */
    static boolean passes(int status) {
        return status >= 500 || PASSING.contains(status);
    }

    /** Fetches a page, again and again where that may help. */
    Page fetch(URI address, String what, Taker taker) throws RefusedException {
        boolean renewed = false;
        int attempt = 1;
        while (true) {
            Failure failure;
            try {
                HttpDoor.Reply reply = follow(address, what);
                if (FINE.contains(reply.status())) {
                    return taker.take(address, reply);
                }
                if (reply.status() == UNAUTHORIZED && !renewed && token.renew()) {
                    renewed = true;
                    continue;
                }
                failure = status(reply, what);
            } catch (IOException broken) {
                failure = failure(broken, what);
            }
            if (attempt >= setting.attempts()) {
                throw new RefusedException(
                        failure.code(), what + failure.words() + ", " + attempt + " times in a row.", true);
            }
            rest(RetryAfter.after(attempt, failure.retryAfter(), parts.clock().instant()));
            attempt++;
        }
    }

    private HttpDoor.Reply follow(URI address, String what) throws IOException, RefusedException {
        URI here = address;
        for (int step = 0; step <= REDIRECTS; step++) {
            HttpDoor.Reply reply = door.send(new HttpDoor.Request(here, headers(), Optional.empty()));
            Optional<String> location = reply.header("Location").filter(to -> MOVED.contains(reply.status()));
            if (location.isEmpty()) {
                return reply;
            }
            here = HttpAddress.follow(here, location.get(), what);
        }
        throw new RefusedException(ProblemCode.HTTP_LOOP, what + " is sent on again and again.", false);
    }

    private Map<String, String> headers() throws IOException, RefusedException {
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", setting.format() == HttpSetting.Format.CSV ? "text/csv" : "application/json");
        token.header().ifPresent(header -> headers.put("Authorization", header));
        return headers;
    }

    private static Failure status(HttpDoor.Reply reply, String what) throws RefusedException {
        String words = " was not given: the service answers with status " + reply.status();
        if (passes(reply.status())) {
            return new Failure(words, ProblemCode.HTTP_FAILED, reply.header("Retry-After"));
        }
        throw LOGIN.contains(reply.status())
                ? new RefusedException(ProblemCode.HTTP_LOGIN, what + words + ".", true)
                : new RefusedException(ProblemCode.HTTP_REFUSED, what + words + ".", false);
    }

    private Failure failure(IOException broken, String what) throws RefusedException {
        if (broken instanceof HttpDoor.TooLongException) {
            throw new RefusedException(
                    ProblemCode.HTTP_LIMIT,
                    what + " has more than " + setting.limits().pageBytes() + " bytes.",
                    false);
        }
        if (broken instanceof UnreadablePageException unreadable) {
            return new Failure(" " + unreadable.getMessage(), ProblemCode.HTTP_CONTENT, Optional.empty());
        }
        TransportFault fault = TransportFault.of(broken);
        if (fault == TransportFault.CERTIFICATE) {
            throw new RefusedException(
                    ProblemCode.HTTP_FAILED, what + " could not be fetched: " + fault.words() + ".", true);
        }
        return new Failure(" could not be fetched: " + fault.words(), ProblemCode.HTTP_FAILED, Optional.empty());
    }

    private void rest(Duration time) {
        try {
            parts.setting().pause().rest(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The hub stops.", stopped);
        }
    }
}
