package org.throughline.route;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.throughline.problem.ProblemCode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a channel shows to its service: nothing, a bearer token out of a file, or one fetched with client credentials. */
final class HttpToken {
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final long USUAL_SECONDS = 300;
    private static final long SMALL = 1 << 16;

    private final HttpSetting setting;
    private final HttpDoor door;
    private final ChannelParts parts;
    private Optional<Fetched> fetched = Optional.empty();

    HttpToken(HttpSetting setting, HttpDoor door, ChannelParts parts) {
        this.setting = setting;
        this.door = door;
        this.parts = parts;
    }

    private record Fetched(String token, Instant until) {

        /** Never the token itself. */
        @Override
        public String toString() {
            return "token until " + until;
        }
    }

    /** The Authorization header, where the channel has one. */
    Optional<String> header() throws RefusedException, IOException {
        Optional<Path> file = setting.file("tokenFile");
        if (file.isPresent()) {
            return Optional.of("Bearer " + secret(file.get()));
        }
        Optional<String> url = setting.channel().parameter("tokenUrl");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        if (fetched.filter(known -> parts.clock().instant().isBefore(known.until()))
                .isEmpty()) {
            fetched = Optional.of(fetch(URI.create(url.get())));
        }
        return Optional.of("Bearer " + fetched.get().token());
    }

    /** Forgets a token that the service does not accept; true where another one can be had. */
    boolean renew() {
        boolean another = fetched.isPresent();
        fetched = Optional.empty();
        return another;
    }

    private Fetched fetch(URI address) throws RefusedException, IOException {
        String client = encoded(setting.channel().parameter("clientId").orElseThrow()) + ":"
                + encoded(secret(setting.file("clientSecretFile").orElseThrow()));
        String form = "grant_type=client_credentials"
                + setting.channel()
                        .parameter("scope")
                        .map(scope -> "&scope=" + encoded(scope))
                        .orElse("");
        String basic = Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
        HttpDoor.Reply reply = door.send(new HttpDoor.Request(
                address, Map.of("Authorization", "Basic " + basic, "Accept", "application/json"), Optional.of(form)));
        if (reply.body().isEmpty()) {
            if (HttpFetch.passes(reply.status())) {
                throw new IOException("The token service answers with a passing failure.");
            }
            throw refused("answers with status " + reply.status());
        }
        return read(reply.body().get());
    }

    private Fetched read(Path body) throws RefusedException, IOException {
        try {
            JsonNode answer = Files.size(body) > SMALL
                    ? JsonMapper.shared().nullNode()
                    : JsonMapper.shared().readTree(Files.readAllBytes(body));
            String token = answer.path("access_token").asString("");
            if (token.isEmpty() || !token.matches("[\\x21-\\x7e]+")) {
                throw refused("gives no access_token");
            }
            long seconds = answer.path("expires_in").asLong(USUAL_SECONDS);
            return new Fetched(
                    token, parts.clock().instant().plusSeconds(seconds).minus(MARGIN));
        } catch (JacksonException unreadable) {
            throw refused("answers with something that is no JSON");
        } finally {
            Files.deleteIfExists(body);
        }
    }

    private RefusedException refused(String what) {
        return new RefusedException(
                ProblemCode.HTTP_LOGIN,
                "Channel " + setting.channel().id() + ": the token service " + what + ".",
                true);
    }

    private String secret(Path file) throws RefusedException {
        try {
            String secret = Files.readString(file).strip();
            if (secret.isEmpty() || secret.chars().anyMatch(Character::isISOControl)) {
                throw new IOException("The secret is empty or has several lines.");
            }
            return secret;
        } catch (IOException unreadable) {
            throw new RefusedException(
                    ProblemCode.HTTP_LOGIN,
                    "Channel " + setting.channel().id() + ": file " + file.getFileName()
                            + " does not hold one line with a secret.",
                    true);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
