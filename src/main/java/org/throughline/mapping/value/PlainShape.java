package org.throughline.mapping.value;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of a fixed length, such as {@code HL-\d{6}} or {@code [A-Z]{2}\d{4}}, asked without the regular expression engine
 * and with its answers. Nearly every pattern of an identifier is one.
 */
public final class PlainShape implements Predicate<String> {

    private static final Pattern STEP = Pattern.compile(
            "(?:\\\\(?<d>d)|\\[(?<set>(?:[A-Za-z0-9]-[A-Za-z0-9]|[A-Za-z0-9])+)]|(?<sign>[A-Za-z0-9 _/:;,@#-]))"
                    + "(?:\\{(?<times>\\d{1,3})})?(?![?*+{|])");
    private static final BitSet DIGITS = new BitSet();

    static {
        DIGITS.set('0', '9' + 1);
    }

    private final BitSet[] letters;

    private PlainShape(List<BitSet> letters) {
        this.letters = letters.toArray(BitSet[]::new);
    }

    /** What asks whether a whole text is of the pattern: the short way where there is one. */
    public static Predicate<String> of(Pattern pattern) {
        Optional<PlainShape> plain = plain(pattern.pattern());
        return plain.isPresent() ? plain.get() : pattern.asMatchPredicate();
    }

    private static Optional<PlainShape> plain(String regex) {
        List<BitSet> letters = new ArrayList<>();
        Matcher step = STEP.matcher(regex);
        int at = 0;
        while (at < regex.length()) {
            if (!step.find(at) || step.start() != at) {
                return Optional.empty();
            }
            BitSet set = step.group("d") != null ? DIGITS : set(step.group("set"), step.group("sign"));
            int times = step.group("times") == null ? 1 : Integer.parseInt(step.group("times"));
            for (int i = 0; i < times; i++) {
                letters.add(set);
            }
            at = step.end();
        }
        return Optional.of(new PlainShape(letters));
    }

    private static BitSet set(String written, String sign) {
        BitSet set = new BitSet();
        String text = written == null ? sign : written;
        for (int i = 0; i < text.length(); i++) {
            boolean range = written != null && i + 2 < text.length() && text.charAt(i + 1) == '-';
            set.set(text.charAt(i), text.charAt(range ? i + 2 : i) + 1);
            i += range ? 2 : 0;
        }
        return set;
    }

    @Override
    public boolean test(String text) {
        if (text.length() != letters.length) {
            return false;
        }
        for (int i = 0; i < letters.length; i++) {
            if (!letters[i].get(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
