package org.throughline.profile;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.format.ByteSource;
import org.throughline.format.fixedwidth.FixedField;
import org.throughline.format.fixedwidth.FixedLayout;
import org.throughline.format.fixedwidth.FixedWidthDialect;
import org.throughline.format.fixedwidth.FixedWidthFormat;
import org.throughline.problem.SetupException;

/** Lays out a sample of fixed width: by the sender's layout, or by what all its lines have in common. */
final class FixedWidthSniffer {
    private static final List<String> BY_LAYOUT = List.of("The places of its fields are those of the layout.");
    private static final List<String> GUESSED = List.of(
            "The sample has no delimiter and no layout: where its fields stand is guessed from its lines. A longer"
                    + " value of another file may reach into the blanks, so ask the sender for the layout and suggest"
                    + " again with --layout. Where columns are numbered only, --columns names them.");

    private final SampleHints hints;
    private final Charset encoding;
    private final FixedLines lines;

    private FixedWidthSniffer(SampleHints hints, Charset encoding, FixedLines lines) {
        this.hints = hints;
        this.encoding = encoding;
        this.lines = lines;
    }

    /** By the layout that somebody gave. */
    static SampleFormat byLayout(ByteSource sample, ByteSource layout, Charset encoding) throws IOException {
        List<FixedPlace> places = new ArrayList<>(LayoutTable.places(layout));
        if (places.isEmpty()) {
            throw new SetupException("The layout names no field.");
        }
        places.sort(Comparator.comparingInt(FixedPlace::start));
        FixedLines lines = FixedLines.of(sample, encoding);
        return new FixedWidthSniffer(SampleHints.none(), encoding, lines).format(places, BY_LAYOUT);
    }

    /** By the lines alone; empty where they do not tell. */
    static Optional<SampleFormat> guessed(ByteSource sample, SampleHints hints, Charset encoding) throws IOException {
        FixedLines lines = FixedLines.of(sample, encoding);
        List<FixedPlace> places = lines.guess();
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(new FixedWidthSniffer(hints, encoding, lines).guessed(places));
    }

    private SampleFormat guessed(List<FixedPlace> places) {
        List<String> names = hints.header(places.size());
        List<FixedPlace> named = new ArrayList<>();
        for (int at = 0; at < places.size(); at++) {
            named.add(places.get(at).named(names.get(at)));
        }
        return format(named, GUESSED);
    }

    private SampleFormat format(List<FixedPlace> stated, List<String> notes) {
        List<FixedPlace> places = covering(stated);
        int end = places.get(places.size() - 1).end();
        boolean pads = lines.shortest() < end;
        FixedWidthDialect dialect = new FixedWidthDialect(List.of(encoding), OptionalInt.empty(), pads);
        FixedLayout layout = new FixedLayout(places.stream()
                .map(place -> FixedField.text(place.name(), place.start(), place.end() - place.start() + 1))
                .toList());
        Map<String, SampleFormat.Place> at = new LinkedHashMap<>();
        places.forEach(place -> at.put(place.name(), new SampleFormat.Place(place.at(), place.why())));
        String words =
                "encoding: [" + encoding.name().toLowerCase(Locale.ROOT) + "]" + (pads ? ", short_lines: pad" : "");
        return new SampleFormat(
                "fixed_width",
                List.of("dialect: {" + words + "}"),
                new FixedWidthFormat(dialect, layout),
                notes == BY_LAYOUT || !hints.columns().isEmpty(),
                notes,
                at);
    }

    /** The places, and those between and behind them, since a mapping says what becomes of every character. */
    private List<FixedPlace> covering(List<FixedPlace> stated) {
        List<FixedPlace> places = new ArrayList<>();
        int covered = 0;
        for (FixedPlace place : stated) {
            between(covered + 1, place.start() - 1).ifPresent(places::add);
            places.add(place);
            covered = Math.max(covered, place.end());
        }
        between(covered + 1, lines.longest()).ifPresent(places::add);
        return places;
    }

    private static Optional<FixedPlace> between(int start, int end) {
        FixedPlace place = new FixedPlace("", start, end, "no field of the layout");
        return start > end ? Optional.empty() : Optional.of(place.named("at " + place.at()));
    }
}
