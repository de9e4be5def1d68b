package org.throughline.format.hl7;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Where a value stands in a message: {@code PID-5.1}, {@code NK1(2)-2.1}, {@code PID-3(2).1}, {@code PID-3[MR].1}. Numbers
 * count from 1; what is not said is the first. Codes in brackets choose the repetition by its type, the first code that
 * occurs wins, and {@code *} stands for the first repetition; behind a segment's name they choose the segment.
 *
 * @param occurrence which of the segments of that name
 * @param segmentCode the code by which a segment is chosen; empty text where it is chosen by number
 * @param codes the codes by which a repetition is chosen; empty where it is chosen by number
 */
public record FieldAddress(
        String segment,
        String segmentCode,
        int occurrence,
        int field,
        List<String> codes,
        int repetition,
        int component,
        int subcomponent) {
    static final int MOST = 999;

    private static final String NUMBER = "([1-9]\\d{0,2})";
    private static final String CODE = "[A-Za-z0-9_-]+";
    private static final Pattern FORM =
            Pattern.compile("([A-Z][A-Z0-9]{2})(?:\\(" + NUMBER + "\\)|\\[(" + CODE + ")\\])?-"
                    + NUMBER + "(?:\\(" + NUMBER + "\\)|\\[((?:" + CODE + "|\\*)(?:\\|(?:" + CODE
                    + "|\\*))*)\\])?(?:\\." + NUMBER
                    + "(?:\\." + NUMBER + ")?)?");

    public FieldAddress {
        codes = List.copyOf(codes);
    }

    /** Reads an address; empty where it is none. */
    public static Optional<FieldAddress> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String codes = Optional.ofNullable(form.group(6)).orElse("");
        return Optional.of(new FieldAddress(
                form.group(1),
                Optional.ofNullable(form.group(3)).orElse(""),
                number(form.group(2)),
                number(form.group(4)),
                codes.isEmpty() ? List.of() : Arrays.asList(codes.split("\\|")),
                number(form.group(5)),
                number(form.group(7)),
                number(form.group(8))));
    }

    /** Reads addresses with the word or between them: {@code PV1-19 or PV1-50}; empty where one of them is none. */
    public static List<FieldAddress> anyOf(String text) {
        List<Optional<FieldAddress>> addresses =
                Arrays.stream(text.split(" or ", -1)).map(FieldAddress::of).toList();
        return addresses.stream().allMatch(Optional::isPresent)
                ? addresses.stream().map(Optional::orElseThrow).toList()
                : List.of();
    }

    private static int number(String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }

    /** The value in these segments; empty text where there is none. */
    String value(List<Segment> segments, Escapes escapes) {
        return find(segments).map(found -> value(found, escapes)).orElse("");
    }

    private Optional<Segment> find(List<Segment> segments) {
        return segments.stream()
                .filter(candidate -> candidate.is(segment))
                .filter(candidate -> segmentCode.isEmpty() || segmentCode.equals(candidate.code()))
                .skip(occurrence - 1L)
                .findFirst();
    }

    private String value(Segment found, Escapes escapes) {
        String text = found.field(field);
        if (found.verbatim(field)) {
            return text;
        }
        Delimiters delimiters = found.delimiters();
        OptionalInt chosen = codes.isEmpty() ? OptionalInt.of(repetition) : chosen(found, text);
        if (chosen.isEmpty()) {
            return "";
        }
        String part = Parts.part(text, delimiters.repetition(), chosen.getAsInt());
        part = Parts.part(part, delimiters.component(), component);
        return escapes.value(Parts.part(part, delimiters.subcomponent(), subcomponent));
    }

    private OptionalInt chosen(Segment found, String text) {
        Delimiters delimiters = found.delimiters();
        int repetitions = Parts.count(text, delimiters.repetition());
        for (String code : codes) {
            OptionalInt match = IntStream.rangeClosed(1, repetitions)
                    .filter(number -> code.equals("*")
                            || RepetitionType.is(this, Parts.part(text, delimiters.repetition(), number), found, code))
                    .findFirst();
            if (match.isPresent()) {
                return match;
            }
        }
        return OptionalInt.empty();
    }
}
