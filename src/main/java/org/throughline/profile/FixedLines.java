package org.throughline.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.throughline.format.ByteSource;

/** The first lines of text without delimiters, and the places of fields that can be guessed from them. */
record FixedLines(List<String> lines) {
    private static final int FIRST = 2_000;
    private static final int FEWEST = 3;
    /** So few lines may agree by chance on where digits end. */
    private static final int FEWEST_FOR_KINDS = 5;

    private static final int LONGEST = 10_000;

    static FixedLines of(ByteSource sample, Charset encoding) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(sample.open(), encoding))) {
            Optional<String> line = Optional.ofNullable(reader.readLine());
            while (line.isPresent() && lines.size() < FIRST) {
                line.filter(text -> !text.isBlank() && text.length() <= LONGEST).ifPresent(lines::add);
                line = Optional.ofNullable(reader.readLine());
            }
        }
        return new FixedLines(lines);
    }

    int longest() {
        return lines.stream().mapToInt(String::length).max().orElse(0);
    }

    int shortest() {
        return lines.stream().mapToInt(String::length).min().orElse(0);
    }

    /** The fields that blanks, or the end of digits, part in every line; none where there are less than two. */
    List<FixedPlace> guess() {
        List<FixedPlace> places = new ArrayList<>();
        if (lines.size() < FEWEST) {
            return places;
        }
        int start = 0;
        String why = "the line begins here";
        for (int at = 1; at < longest(); at++) {
            Optional<String> begins = begins(at);
            if (begins.isPresent() && !isBlank(start, at)) {
                places.add(place(places.size(), start, at, why));
                start = at;
                why = begins.get();
            }
        }
        places.add(place(places.size(), start, longest(), why));
        return places.size() < 2 ? List.of() : places;
    }

    private static FixedPlace place(int number, int start, int end, String why) {
        return new FixedPlace("column_" + (number + 1), start + 1, end, "its place is guessed: " + why);
    }

    private Optional<String> begins(int at) {
        if (all(at - 1, letter -> letter == ' ') && !all(at, letter -> letter == ' ')) {
            return Optional.of("a blank stands before it in every line");
        }
        boolean kinds = lines.size() >= FEWEST_FOR_KINDS
                && (part(at, Character::isDigit, Character::isLetter)
                        || part(at, Character::isLetter, Character::isDigit));
        return kinds ? Optional.of("digits and letters part before it in every line") : Optional.empty();
    }

    /** Two such characters before and two others behind: a single letter rather belongs to its number, as in A12. */
    private boolean part(int at, IntPredicate before, IntPredicate behind) {
        return at >= 2 && all(at - 2, before) && all(at - 1, before) && all(at, behind) && all(at + 1, behind);
    }

    private boolean isBlank(int from, int to) {
        for (int at = from; at < to; at++) {
            if (!all(at, letter -> letter == ' ')) {
                return false;
            }
        }
        return true;
    }

    /** True where the characters of a column are such in every line; behind the end of a line stand blanks. */
    private boolean all(int at, IntPredicate such) {
        return lines.stream().allMatch(line -> such.test(at < line.length() ? line.charAt(at) : ' '));
    }
}
