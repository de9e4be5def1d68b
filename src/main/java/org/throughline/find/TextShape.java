package org.throughline.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.throughline.intake.RecordId;

/**
 * What a text that is looked for can be, told by its form alone. Every text can be a file's name, a record's key or a client number.
 *
 * @param number it as a number of a submission or of a joint client
 * @param hash it as the beginning of a SHA-256
 * @param row it as the name of a row, as {@code held list} prints it
 */
public record TextShape(
        int characters, int digits, Optional<Long> number, Optional<String> hash, Optional<RecordId> row) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{8,64}");
    private static final Pattern ROW = Pattern.compile("[0-9]{1,18}:.+:[0-9]{1,18}");

    /** The shape of a text. */
    public static TextShape of(String text) {
        String low = text.toLowerCase(Locale.ROOT);
        return new TextShape(
                text.codePointCount(0, text.length()),
                (int) text.codePoints().filter(Character::isDigit).count(),
                Optional.of(text).filter(NUMBER.asMatchPredicate()).map(Long::valueOf),
                Optional.of(low).filter(HASH.asMatchPredicate()),
                Optional.of(text).filter(ROW.asMatchPredicate()).map(RecordId::parse));
    }

    /** The shape in words, without the text. */
    public String words() {
        return counted(characters, "character") + ", " + counted(digits, "digit");
    }

    /** What a text of this shape is looked up as. */
    public List<String> lookedUpAs() {
        List<String> kinds = new ArrayList<>();
        number.ifPresent(any -> kinds.add("the number of a submission"));
        number.ifPresent(any -> kinds.add("a joint client id"));
        hash.ifPresent(any -> kinds.add("the beginning of a SHA-256"));
        row.ifPresent(any -> kinds.add("a row of a submission"));
        kinds.addAll(List.of("the beginning of a file's name", "a record key", "a sender's client number"));
        return kinds;
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
