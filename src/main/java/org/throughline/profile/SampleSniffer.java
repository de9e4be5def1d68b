package org.throughline.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.format.ByteSource;
import org.throughline.format.Encoding;
import org.throughline.format.json.JsonFormat;
import org.throughline.format.json.JsonRows;
import org.throughline.format.json.JsonRowsFinder;
import org.throughline.format.xlsx.SheetChoice;
import org.throughline.format.xlsx.XlsxFormat;
import org.throughline.format.xlsx.XlsxLayout;
import org.throughline.format.xml.XmlFormat;
import org.throughline.format.xml.XmlRows;
import org.throughline.format.xml.XmlRowsFinder;
import org.throughline.problem.SetupException;

/** Finds out how a sample is to be read: by what its bytes begin with, never by its name. */
public final class SampleSniffer {
    private static final int BEGINNING = 4_096;
    /** What is told where a sample has no header. */
    static final List<String> NUMBERED =
            List.of("The sample has no header. Where its columns are numbered only, name them:"
                    + " suggest again with --columns and the agreed names, in their order.");

    private static final String SAMPLE = "the sample";

    private final ByteSource sample;
    private final SampleHints hints;

    private SampleSniffer(ByteSource sample, SampleHints hints) {
        this.sample = sample;
        this.hints = hints;
    }

    /**
     * How the sample is read.
     *
     * @throws SetupException where the hub can read such files, but no draft can be made of them, with what to do instead
     */
    public static SampleFormat sniff(ByteSource sample, SampleHints hints) throws IOException {
        return new SampleSniffer(sample, hints).format();
    }

    /** True where the sample is a zip of files and no workbook. */
    public static boolean isArchive(ByteSource sample) throws IOException {
        return Unsupported.isArchive(new String(beginning(sample), StandardCharsets.ISO_8859_1));
    }

    private static byte[] beginning(ByteSource sample) throws IOException {
        try (InputStream in = sample.open()) {
            return in.readNBytes(BEGINNING);
        }
    }

    private SampleFormat format() throws IOException {
        byte[] bytes = beginning(sample);
        if (bytes.length == 0) {
            throw new SetupException("The sample is empty; a draft needs at least a header and a few records.");
        }
        if (hints.layout().isPresent()) {
            Charset encoding =
                    Encoding.choose(sample, DelimitedSniffer.ENCODINGS).charset();
            return FixedWidthSniffer.byLayout(sample, hints.layout().get(), encoding);
        }
        String start = new String(bytes, StandardCharsets.ISO_8859_1);
        Optional<String> unsupported = Unsupported.reason(start);
        if (unsupported.isPresent()) {
            throw new SetupException(unsupported.get());
        }
        return start.startsWith("PK")
                ? xlsx()
                : text(start.replaceFirst("^(\u00EF\u00BB\u00BF|\u00FE\u00FF|\u00FF\u00FE)", ""));
    }

    private SampleFormat text(String start) throws IOException {
        String first = start.stripLeading();
        if (first.startsWith("<")) {
            return xml();
        }
        return first.startsWith("{") || first.startsWith("[") && !first.startsWith("[\"") ? json(first) : delimited();
    }

    private SampleFormat delimited() throws IOException {
        return new DelimitedSniffer(sample, hints).format();
    }

    private SampleFormat xlsx() throws IOException {
        SheetChoice sheet = SheetChoice.at(1);
        XlsxLayout named = new XlsxLayout(sheet, Optional.empty(), Optional.empty(), List.of());
        FirstRecords first = FirstRecords.of(sample, XlsxFormat.of(named));
        first.refuseWithoutRecords();
        if (first.hasHeader() && hints.columns().isEmpty()) {
            return new SampleFormat(
                    "xlsx",
                    List.of("sheet: first"),
                    XlsxFormat.of(named),
                    true,
                    List.of("The first visible sheet is read; its first row that is not blank is the header."),
                    Map.of());
        }
        List<String> header = hints.header(first.header().size());
        XlsxLayout unnamed = new XlsxLayout(sheet, Optional.of(header), Optional.empty(), List.of());
        return new SampleFormat(
                "xlsx",
                List.of("sheet: first", "header: " + YamlWord.list(header)),
                XlsxFormat.of(unnamed),
                false,
                NUMBERED,
                Map.of());
    }

    private SampleFormat json(String first) throws IOException {
        boolean lines = first.startsWith("{")
                && first.lines().limit(2).filter(line -> line.startsWith("{")).count() == 2
                && first.lines()
                        .findFirst()
                        .filter(line -> line.stripTrailing().endsWith("}"))
                        .isPresent();
        Optional<String> rows = hints.rows().isPresent() || lines ? hints.rows() : JsonRowsFinder.rows(sample, SAMPLE);
        JsonRows at = rows.map(JsonRows::at).orElseGet(JsonRows::top);
        return new SampleFormat(
                lines ? "ndjson" : "json",
                rows.map(path -> List.of("rows: '" + path + "'")).orElse(List.of()),
                new JsonFormat(at, lines, Set.of()),
                true,
                rows.map(path -> List.of("The records are taken from " + path + "; --rows names another place."))
                        .orElse(List.of()),
                Map.of());
    }

    private SampleFormat xml() throws IOException {
        Optional<String> known = hints.rows().isPresent() ? hints.rows() : XmlRowsFinder.rows(sample, SAMPLE);
        String rows = known.orElseThrow(
                () -> new SetupException("No element of the sample stands more than once, so that nothing"
                        + " tells which are its records; name them, such as --rows /Export/Clients/Client."));
        return new SampleFormat(
                "xml",
                List.of("rows: " + rows),
                new XmlFormat(XmlRows.at(rows), Set.of()),
                true,
                List.of("The records are the elements at " + rows + "; --rows names others."),
                Map.of());
    }
}
