package org.throughline.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.throughline.format.RecordFormat;
import org.throughline.format.delimited.DelimitedFormat;
import org.throughline.format.delimited.Dialect;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Text;

/** Compiles the dialect of delimited text, in the words of the Frictionless table dialect. */
final class DelimitedCompiler implements FormatCompiler {
    private static final Set<String> DIALECT_KEYS =
            Set.of("delimiter", "quote", "encoding", "comment", "header", "delimiter_at_end");

    @Override
    public Set<String> sourceKeys() {
        return Set.of("dialect");
    }

    @Override
    public RecordFormat format(Source source) {
        Section dialect = Section.of(source.section().tree("dialect"), source.section(), "`dialect`", DIALECT_KEYS);
        Findings findings = source.findings();
        Optional<List<String>> header = dialect.has("header")
                ? Optional.of(dialect.texts("header").stream().map(Text::text).toList())
                : Optional.empty();
        return new DelimitedFormat(new Dialect(
                letter(dialect, "delimiter", findings).orElse(','),
                letter(dialect, "quote", findings).orElse('"'),
                encodings(dialect, findings),
                letter(dialect, "comment", findings),
                header,
                dialect.flag("delimiter_at_end", false)));
    }

    private static Optional<Character> letter(Section dialect, String key, Findings findings) {
        return dialect.text(key).flatMap(text -> {
            String letter = text.text().equals("\\t") ? "\t" : text.text();
            if (letter.length() != 1) {
                findings.report(
                        text.mark(), "`" + key + "` has " + letter.length() + " characters, but must have one.");
                return Optional.empty();
            }
            return Optional.of(letter.charAt(0));
        });
    }

    /** The encodings under {@code encoding}, tried in order; UTF-8 where none is named. */
    static List<Charset> encodings(Section dialect, Findings findings) {
        List<Charset> encodings = new ArrayList<>();
        for (Text text : dialect.texts("encoding")) {
            try {
                encodings.add(Charset.forName(text.text()));
            } catch (IllegalArgumentException unknown) {
                findings.report(
                        text.mark(),
                        "The encoding `" + text.text() + "` is unknown; common ones are utf-8, windows-1252, utf-16.");
            }
        }
        return encodings.isEmpty() ? List.of(StandardCharsets.UTF_8) : encodings;
    }
}
