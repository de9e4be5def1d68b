package org.throughline.setup;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the value of a template's parameter may be. A template says it in the parenthesis that ends the description, such as
 * {@code (number, 1 to 65535)}.
 *
 * @param words the values of a one-of form
 * @param from least value of a number
 * @param to greatest value of a number
 */
public record ParameterForm(Kind kind, List<String> words, long from, long to) {
    private static final Pattern LAST = Pattern.compile(".*\\(([^()]+)\\)\\.?\\s*", Pattern.DOTALL);
    private static final Pattern RANGE = Pattern.compile("number, (\\d{1,18}) to (\\d{1,18})");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,62}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern SECRET_IN_ADDRESS =
            Pattern.compile("(?i)(^|[?&;])[a-z_-]*(password|passwd|pwd|secret|token|key|sig|signature)=");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** The kinds of value. */
    public enum Kind {
        /** Any text without signs that mean something to a route. */
        TEXT("text"),
        /** A whole number. */
        NUMBER("number"),
        /** True or false. */
        FLAG("true or false"),
        /** One of the words listed. */
        ONE_OF("one of"),
        /** A time span such as PT30S or P1D. */
        DURATION("duration"),
        /** A name of letters, digits and _ . - signs. */
        NAME("name"),
        /** An address of a web server, without secrets; https, except for this machine itself. */
        WEB_ADDRESS("web address"),
        /** An address of a database, without secrets. */
        JDBC_ADDRESS("JDBC address"),
        /** A path on this machine. */
        PATH("path"),
        /** A file that stands on this machine. */
        FILE("file"),
        /** A file of this machine that holds a secret; the secret itself is never read here. */
        SECRET_FILE("secret file"),
        /** The hub's own affair; no partner file may state it. */
        GIVEN("given by the hub");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** Other ways to say text. */
    private static final Set<String> TEXTS = Set.of("word", "address", "path at the server", "Camel file expression");

    /** Other ways to say number. */
    private static final Set<String> NUMBERS = Set.of("bytes", "seconds", "milliseconds");

    public ParameterForm {
        words = List.copyOf(words);
    }

    /** The form that a description ends with. */
    public static Optional<ParameterForm> of(String description) {
        Matcher last = LAST.matcher(description);
        return last.matches() ? parse(last.group(1).strip()) : Optional.empty();
    }

    private static Optional<ParameterForm> parse(String text) {
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            return Optional.of(new ParameterForm(
                    Kind.NUMBER, List.of(), Long.parseLong(range.group(1)), Long.parseLong(range.group(2))));
        }
        if (text.startsWith("one of ")) {
            return Optional.of(new ParameterForm(
                    Kind.ONE_OF,
                    Arrays.stream(text.substring("one of ".length()).split(","))
                            .map(String::strip)
                            .toList(),
                    0,
                    0));
        }
        if (TEXTS.contains(text)) {
            return Optional.of(plain(Kind.TEXT));
        }
        if (NUMBERS.contains(text)) {
            return Optional.of(plain(Kind.NUMBER));
        }
        if (text.equals("name of a bean of the hub")) {
            return Optional.of(plain(Kind.GIVEN));
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.ONE_OF && kind.word.equals(text))
                .findFirst()
                .map(ParameterForm::plain);
    }

    private static ParameterForm plain(Kind kind) {
        return new ParameterForm(kind, List.of(), 0, Long.MAX_VALUE);
    }

    /** True where the hub supplies the value. */
    public boolean given() {
        return kind == Kind.GIVEN;
    }

    /** What was expected, where the text is something else. */
    Optional<String> mismatch(String text) {
        if (text.contains("{{") || text.contains("}}") || text.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("a text of one line without {{ and }}");
        }
        return expectation(text).filter(expected -> !fits(text));
    }

    private Optional<String> expectation(String text) {
        return switch (kind) {
            case TEXT, PATH, FILE, SECRET_FILE, GIVEN -> Optional.empty();
            case NUMBER -> Optional.of(to == Long.MAX_VALUE ? "a whole number" : "a number from " + from + " to " + to);
            case FLAG -> Optional.of("true or false");
            case ONE_OF ->
                Optional.of("one of " + String.join(", ", words)
                        + NearestName.among(words, text)
                                .map(near -> " (did you mean " + near + "?)")
                                .orElse(""));
            case DURATION -> Optional.of("a time span such as PT30S or P1D");
            case NAME -> Optional.of("a name of letters, digits, . _ and -");
            case WEB_ADDRESS ->
                Optional.of("an address such as https://api.provider.example/v1/bookings: https (http only for this"
                        + " machine), and no user, password or key in it");
            case JDBC_ADDRESS ->
                Optional.of("an address such as jdbc:postgresql://db.agency.example:5432/outcomes, without a"
                        + " password in it");
        };
    }

    private boolean fits(String text) {
        return switch (kind) {
            case NUMBER -> NUMBER.matcher(text).matches() && Long.parseLong(text) >= from && Long.parseLong(text) <= to;
            case FLAG -> text.equals("true") || text.equals("false");
            case ONE_OF -> words.contains(text);
            case DURATION -> isSpan(text);
            case NAME -> NAME.matcher(text).matches();
            case WEB_ADDRESS -> isWebAddress(text);
            case JDBC_ADDRESS ->
                text.startsWith("jdbc:") && !SECRET_IN_ADDRESS.matcher(text).find();
            case TEXT, PATH, FILE, SECRET_FILE, GIVEN -> true;
        };
    }

    private static boolean isSpan(String text) {
        Predicate<String> time = span -> !Duration.parse(span).isNegative();
        Predicate<String> days = span -> !Period.parse(span).isNegative();
        return holds(time, text) || holds(days, text);
    }

    private static boolean holds(Predicate<String> rule, String text) {
        try {
            return rule.test(text);
        } catch (DateTimeParseException unfit) {
            return false;
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            URI address = new URI(text);
            boolean safe = "https".equals(address.getScheme())
                    || "http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost());
            return safe
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && (address.getRawQuery() == null
                            || !SECRET_IN_ADDRESS.matcher(address.getRawQuery()).find());
        } catch (URISyntaxException unfit) {
            return false;
        }
    }
}
