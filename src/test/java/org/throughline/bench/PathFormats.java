package org.throughline.bench;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.throughline.format.BrokenInput;
import org.throughline.format.ByteSource;
import org.throughline.format.Reading;
import org.throughline.format.RecordFormat;
import org.throughline.format.RecordReader;
import org.throughline.format.fhir.FhirFormat;
import org.throughline.format.json.JsonFormat;
import org.throughline.format.json.JsonRows;
import org.throughline.format.xml.XmlFormat;
import org.throughline.format.xml.XmlRows;

/** Reads a generated file of NDJSON, JSON, XML or FHIR NDJSON: {@code PathFormats ndjson 2000} for one of 2,000 MB. */
final class PathFormats {
    private static final long MEGABYTE = 1_000_000;
    private static final String CLIENT =
            "{\"id\":\"C-%1$09d\",\"name\":{\"first\":\"Ada\",\"last\":\"Quartz%1$d\"},\"born\":\"1990-05-01\",\"visits\":%1$d,\"tags\":[\"synthetic\",\"made"
                    + " up\"]}";
    private static final String PATIENT =
            "{\"resourceType\":\"Patient\",\"id\":\"p%1$d\",\"identifier\":[{\"type\":{\"coding\":[{\"code\":\"MR\"}]},\"value\":\"MR%1$d\"}],\"name\":[{\"use\":\"official\",\"family\":\"Quartz\",\"given\":[\"Ada\"]}],\"gender\":\"female\",\"birthDate\":\"1990-05-01\"}\n";
    private static final String ELEMENT = "<Client"
            + " id=\"C-%1$09d\"><Name><First>Ada</First><Last>Quartz%1$d</Last></Name><Born>1990-05-01</Born></Client>\n";

    private PathFormats() {}

    public static void main(String[] arguments) throws IOException {
        long size = Long.parseLong(arguments[1]) * MEGABYTE;
        long records = 0;
        try (RecordReader reader = format(arguments[0]).open(source(arguments[0], size), "generated")) {
            for (Optional<Reading> next = reader.next(); next.isPresent(); next = reader.next()) {
                if (next.get() instanceof BrokenInput broken) {
                    throw new IOException(broken.problem().fact());
                }
                records++;
            }
        }
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%s: %,d records, %,d MB, of a heap of %,d MB in use at the end %,d MB%n",
                arguments[0],
                records,
                size / MEGABYTE,
                runtime.maxMemory() / MEGABYTE,
                (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE);
    }

    private static RecordFormat format(String word) {
        return switch (word) {
            case "ndjson" -> new JsonFormat(JsonRows.top(), true, Set.of());
            case "json" -> new JsonFormat(JsonRows.at("clients[*]"), false, Set.of());
            case "xml" -> new XmlFormat(XmlRows.at("/Export/Client"), Set.of());
            default -> new FhirFormat("Patient", Set.of("identifier[type.coding.code=MR?][0].value", "id"));
        };
    }

    private static ByteSource source(String word, long size) {
        return switch (word) {
            case "ndjson" -> () -> new GeneratedText("", number -> String.format(CLIENT + "\n", number), "", size);
            case "json" ->
                () -> new GeneratedText(
                        "{\"clients\":[{\"id\":\"C-0\"}", number -> "," + String.format(CLIENT, number), "]}", size);
            case "xml" ->
                () -> new GeneratedText("<Export>", number -> String.format(ELEMENT, number), "</Export>", size);
            default -> () -> new GeneratedText("", number -> String.format(PATIENT, number), "", size);
        };
    }
}
