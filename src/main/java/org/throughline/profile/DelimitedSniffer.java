package org.throughline.profile;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.format.ByteSource;
import org.throughline.format.Encoding;
import org.throughline.format.delimited.DelimitedFormat;
import org.throughline.format.delimited.Dialect;
import org.throughline.problem.SetupException;

/** Finds delimiter, quote, encoding and header of delimited text by reading its beginning in every likely way. */
final class DelimitedSniffer {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|', '~', '^');
    private static final List<Character> QUOTES = List.of('"', '\'');
    static final List<Charset> ENCODINGS = List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"));
    private static final double MOSTLY = 0.6;
    private static final String ONE_COLUMN =
            "No delimiter (comma, semicolon, tab, |, ~, ^) splits the lines of the sample into columns. If they are"
                    + " fixed width, the sender's layout tells the places: name it by --layout, a table with a row per"
                    + " field, its name, start, and end or length.";

    private final ByteSource sample;
    private final SampleHints hints;

    DelimitedSniffer(ByteSource sample, SampleHints hints) {
        this.sample = sample;
        this.hints = hints;
    }

    private record Try(Dialect dialect, FirstRecords first) {

        /** Columns that fit many records count for more than columns that fit few. */
        double score() {
            return first.readable() < MOSTLY ? 0 : first.header().size() * first.readable();
        }
    }

    SampleFormat format() throws IOException {
        Charset encoding = Encoding.choose(sample, ENCODINGS).charset();
        Try best = best(encoding);
        if (best.first().header().size() <= 1) {
            return FixedWidthSniffer.guessed(sample, hints, encoding).orElseThrow(() -> new SetupException(ONE_COLUMN));
        }
        best.first().refuseWithoutRecords();
        if (best.first().records().isEmpty()) {
            throw new SetupException("The sample holds no record under its header; a draft needs a few.");
        }
        boolean named = hints.columns().isEmpty() && best.first().hasHeader();
        return format(best, encoding, named);
    }

    private Try best(Charset encoding) throws IOException {
        Optional<Try> best = Optional.empty();
        for (char quote : QUOTES) {
            for (char delimiter : DELIMITERS) {
                Dialect dialect =
                        new Dialect(delimiter, quote, List.of(encoding), Optional.empty(), Optional.empty(), false);
                Try one = new Try(dialect, FirstRecords.of(sample, new DelimitedFormat(dialect)));
                if (best.isEmpty() || one.score() > best.get().score()) {
                    best = Optional.of(one);
                }
            }
        }
        return best.orElseThrow();
    }

    private SampleFormat format(Try best, Charset encoding, boolean named) {
        int columns = best.first().header().size();
        Dialect found = best.dialect();
        List<String> words = new ArrayList<>();
        words.add("delimiter: " + quoted(found.delimiter()));
        if (found.quote() != '"') {
            words.add("quote: \"'\"");
        }
        words.add("encoding: [" + encoding.name().toLowerCase(java.util.Locale.ROOT) + "]");
        List<String> numbers = named ? List.of() : hints.header(columns);
        if (!named) {
            words.add("header: " + YamlWord.list(numbers));
        }
        Dialect dialect = new Dialect(
                found.delimiter(),
                found.quote(),
                List.of(encoding),
                Optional.empty(),
                named ? Optional.empty() : Optional.of(numbers),
                false);
        List<String> notes = named ? List.of() : SampleSniffer.NUMBERED;
        return new SampleFormat(
                "csv",
                List.of("dialect: {" + String.join(", ", words) + "}"),
                new DelimitedFormat(dialect),
                named,
                notes,
                Map.of());
    }

    private static String quoted(char delimiter) {
        return delimiter == '\t' ? "'\\t'" : "'" + delimiter + "'";
    }
}
