package org.throughline.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.format.fixedwidth.FixedField;
import org.throughline.format.fixedwidth.FixedLayout;
import org.throughline.format.fixedwidth.FixedNumber;
import org.throughline.format.fixedwidth.Sign;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Mark;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Text;

/** Compiles where a field of fixed width stands: {@code at: 9-19}, or its start and length; and how its number is written. */
final class FixedPlaces {
    static final Set<String> KEYS = Set.of("at", "start", "length", "decimals", "sign");

    private static final Pattern AT = Pattern.compile("(?<from>\\d{1,6})(-(?<to>\\d{1,6}))?");

    private final Findings findings;

    FixedPlaces(Findings findings) {
        this.findings = findings;
    }

    /** The keys of a place, and these. */
    static Set<String> keysAnd(String... more) {
        Set<String> keys = new LinkedHashSet<>(KEYS);
        keys.addAll(List.of(more));
        return keys;
    }

    /**
     * The field that a section describes.
     *
     * @param whole true where a line that ends inside it spoils its value
     */
    Optional<FixedField> field(Section section, String name, boolean whole) {
        Optional<FixedNumber> number = number(section);
        return place(section)
                .map(field -> new FixedField(name, field.start(), field.length(), whole || number.isPresent(), number));
    }

    /** Where it stands. */
    Optional<FixedField> place(Section section) {
        Optional<Text> at = section.text("at");
        if (at.isPresent() && (section.has("start") || section.has("length"))) {
            findings.report(at.get().mark(), "`at` says where the field stands; `start` and `length` go without it.");
        }
        if (at.isPresent()) {
            return at(at.get().text(), at.get().mark());
        }
        if (!section.has("start") && !section.has("length")) {
            section.required("at");
            return Optional.empty();
        }
        Optional<Integer> start = section.requiredText("start").flatMap(text -> number(text, "start"));
        Optional<Integer> length = section.requiredText("length").flatMap(text -> number(text, "length"));
        return start.flatMap(from ->
                length.flatMap(size -> sound(FixedField.text("", from, size), from + size - 1, section.mark("start"))));
    }

    /** The place that a text such as {@code 9-19} names. */
    Optional<FixedField> at(String text, Mark mark) {
        Matcher matcher = AT.matcher(text);
        if (!matcher.matches()) {
            findings.report(mark, "`" + text + "` is no place in a line; expected one such as 9-19.");
            return Optional.empty();
        }
        int from = Integer.parseInt(matcher.group("from"));
        int to = matcher.group("to") == null ? from : Integer.parseInt(matcher.group("to"));
        return sound(FixedField.text("", from, to - from + 1), to, mark);
    }

    private Optional<FixedField> sound(FixedField field, int end, Mark mark) {
        boolean sound = field.start() >= 1 && field.length() >= 1 && end <= FixedLayout.LONGEST;
        if (!sound) {
            findings.report(
                    mark,
                    String.format(
                            "The place %d-%d is none: it starts at 1 or later, ends no earlier than it starts, and not"
                                    + " behind %,d.",
                            field.start(), end, FixedLayout.LONGEST));
        }
        return sound ? Optional.of(field) : Optional.empty();
    }

    private Optional<Integer> number(Text text, String key) {
        if (!text.text().matches("\\d{1,6}")) {
            findings.report(text.mark(), "`" + key + "` is `" + text.text() + "`, but must be a whole number.");
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(text.text()));
    }

    private Optional<FixedNumber> number(Section section) {
        Optional<Text> decimals = section.text("decimals");
        Sign sign =
                section.word("sign", Set.copyOf(Sign.words())).flatMap(Sign::of).orElse(Sign.NONE);
        if (decimals.isEmpty()) {
            return section.has("sign") ? Optional.of(new FixedNumber(0, sign)) : Optional.empty();
        }
        int count = number(decimals.get(), "decimals").orElse(0);
        if (count > FixedNumber.MOST_DECIMALS) {
            findings.report(
                    decimals.get().mark(),
                    "`decimals` is `" + count + "`, but there are at most " + FixedNumber.MOST_DECIMALS + ".");
            return Optional.empty();
        }
        return Optional.of(new FixedNumber(count, sign));
    }
}
