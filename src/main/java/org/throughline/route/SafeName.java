package org.throughline.route;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rule for names that come from outside: a plain name in one folder, of letters, digits and a few harmless signs.
 * Anything that could reach another folder, stand for several files (JSch expands {@code *} and {@code ?}), hide itself or
 * break a line is refused.
 */
public final class SafeName {
    /** Longest name in bytes of UTF-8; file systems allow 255, and the archive puts a stamp before it. */
    private static final int LONGEST = 200;

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}_()+,@=&#. -]+");
    private static final List<String> TEMPORARY = List.of(".part", ".tmp", ".filepart", ".partial");
    private static final String DONE = ".done";

    private SafeName() {}

    /** The shape of a name that is refused, without the name; empty for a good one. */
    public static Optional<String> refusal(String name) {
        String length = "a name of " + name.length() + " characters ";
        if (name.chars().anyMatch(Character::isISOControl)) {
            return Optional.of(length + "with a control character");
        }
        if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
            return Optional.of(length + "with a path separator");
        }
        if (name.startsWith(".")) {
            return Optional.of(length + "that starts with a dot");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.of(length + "that is longer than " + LONGEST + " bytes");
        }
        return PLAIN.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(length + "with signs that are not allowed");
    }

    /** True for a file that its writer has not finished. */
    public static boolean temporary(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return TEMPORARY.stream().anyMatch(lower::endsWith);
    }

    /** True for the file that says that another one is whole. */
    public static boolean doneFile(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(DONE);
    }

    /** Name of the done-file of a file. */
    public static String doneFileOf(String name) {
        return name + DONE;
    }
}
