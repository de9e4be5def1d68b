package org.throughline.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A way beside the account on which a partner's data comes in or goes out: a route made of a template.
 *
 * @param name unique within the sender
 * @param route the template, as routes/ names it
 * @param feed the feed that it fills; empty where it delivers, or where a file's name tells the feed
 * @param parameters what the template needs to know, by name; secrets stand in files
 */
public record Channel(String sender, String name, String route, Optional<FeedId> feed, Map<String, String> parameters) {

    public Channel {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** The channel as events and logs name it. */
    public String id() {
        return sender + "/" + name;
    }

    /** A parameter, where the partner file states it. */
    public Optional<String> parameter(String parameter) {
        return Optional.ofNullable(parameters.get(parameter));
    }

    /** Hash of everything that says what is read, and how: under another one, reading begins anew. */
    public String settingsSha256() {
        String all = route + '\n' + feed + '\n' + parameters;
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    /** Parameters may hold addresses that tell more than a log should. */
    @Override
    public String toString() {
        return "channel " + id() + " (" + route + ")";
    }
}
