package org.throughline.intake;

import java.util.regex.Pattern;

/** Identity of a feed: a sender plus a mapping, written {@code sender/feed}. */
public record FeedId(String sender, String name) {
    /** Sender of files that are tried without any set-up. */
    public static final String TRIAL = "trial";

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{1,60}");

    public FeedId {
        if (!WORD.matcher(sender).matches() || !WORD.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A feed is written sender/feed in lower-case letters, digits and hyphens, such as"
                            + " harborlight/participants.");
        }
    }

    /** Parses {@code sender/feed}; a name without a sender is a ready-made mapping under the sender {@code trial}. */
    public static FeedId parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? new FeedId(TRIAL, text) : new FeedId(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return sender + "/" + name;
    }
}
