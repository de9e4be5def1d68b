package org.throughline.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.mapping.yaml.Branch;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Sequence;
import org.throughline.mapping.yaml.Text;
import org.throughline.mapping.yaml.Tree;

/**
 * Reads entries whose texts may have days: a text, a map of the text with {@code from} and {@code to}, or a list of such maps
 * that share no day.
 */
final class DatedTexts {

    private final Findings findings;
    private final String under;
    private final String word;

    /**
     * Reads the entries of one kind.
     *
     * @param under the key they stand under
     * @param word the key of the text in a map: {@code title} or {@code code}
     */
    DatedTexts(String under, String word, Findings findings) {
        this.findings = findings;
        this.under = under;
        this.word = word;
    }

    /** The texts by key, in the order of the file; with findings where they are wrong. */
    Map<String, List<DatedText>> of(Map<String, Branch.Entry> entries) {
        Map<String, List<DatedText>> texts = new LinkedHashMap<>();
        entries.forEach((key, entry) -> {
            List<DatedText> read = texts(key, entry.value());
            overlaps(key, read);
            if (!read.isEmpty()) {
                texts.put(key, read);
            }
        });
        return texts;
    }

    private List<DatedText> texts(String key, Tree value) {
        List<DatedText> texts = new ArrayList<>();
        List<Tree> items = value instanceof Sequence list ? list.items() : List.of(value);
        if (items.isEmpty()) {
            findings.report(value.mark(), "`" + key + "` under `" + under + "` has no text.");
        }
        items.forEach(item -> text(key, item).ifPresent(texts::add));
        return texts;
    }

    private Optional<DatedText> text(String key, Tree item) {
        if (item instanceof Text text) {
            return Optional.of(new DatedText(text.mark(), text, Span.ALWAYS));
        }
        Section section = Section.of(item, "`" + key + "` under `" + under + "`", Set.of(word, "from", "to"), findings);
        Span span = span(section);
        return section.requiredText(word).map(text -> new DatedText(section.mark(), text, span));
    }

    private Span span(Section section) {
        Optional<Text> from = section.text("from");
        Optional<Text> to = section.text("to");
        LocalDate first = from.flatMap(text -> day("from", text)).orElse(LocalDate.MIN);
        LocalDate last = to.flatMap(text -> day("to", text)).orElse(LocalDate.MAX);
        if (first.isAfter(last)) {
            findings.report(
                    from.get().mark(),
                    "`from` is " + first + ", after `to`, which is " + last + "; no day is left. Both are included.");
            return Span.ALWAYS;
        }
        return new Span(first, last);
    }

    private Optional<LocalDate> day(String key, Text text) {
        try {
            return Optional.of(LocalDate.parse(text.text()));
        } catch (DateTimeException notADay) {
            findings.report(
                    text.mark(), "`" + key + "` is `" + text.text() + "`, but must be a day such as 2026-10-01.");
            return Optional.empty();
        }
    }

    private void overlaps(String key, List<DatedText> texts) {
        for (int at = 1; at < texts.size(); at++) {
            DatedText text = texts.get(at);
            texts.subList(0, at).stream()
                    .filter(other -> other.span().and(text.span()).isPresent())
                    .findFirst()
                    .ifPresent(other -> findings.report(
                            text.mark(),
                            "`" + key + "` is in force " + text.span().words() + " here, but on some of these days it"
                                    + " has another entry, in force "
                                    + other.span().words() + "."));
        }
    }
}
