package org.throughline.format.fhir;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.throughline.format.ByteSource;
import org.throughline.format.Encoding;
import org.throughline.format.StrictText;
import org.throughline.format.TextLines;
import org.throughline.format.UnreadableException;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/** The resources of one file, one after the other, of which one is in memory. */
interface FhirResources extends Closeable {

    /** The next resource, or empty at the end. */
    Optional<FhirResource> next() throws IOException;

    /** What is to be said of the file as a whole, at its end. */
    List<Problem> problems();

    /**
     * Opens a bundle, a single resource, or NDJSON: a file whose first line is a whole resource that is no bundle.
     *
     * @param member the name that every place gives
     */
    static FhirResources open(ByteSource source, String member) throws IOException {
        if (first(source, member) == '<') {
            throw JsonText.stop(
                    ProblemCode.NOT_WELL_FORMED, Place.member(member), "The file is XML; FHIR is read as JSON only.");
        }
        return isLines(source, member)
                ? new LineResources(TextLines.open(source, member), member)
                : new BundleResources(JsonText.stream(text(source, member)), member);
    }

    private static int first(ByteSource source, String member) throws IOException {
        try (Reader text = text(source, member)) {
            int first = text.read();
            while (first >= 0 && Character.isWhitespace(first)) {
                first = text.read();
            }
            return first;
        }
    }

    private static boolean isLines(ByteSource source, String member) throws IOException {
        try (TextLines lines = TextLines.open(source, member)) {
            Optional<TextLines.Line> first = lines.next();
            if (first.isEmpty() || first.get().problem().isPresent()) {
                return false;
            }
            String kind = LineResources.kind(JsonText.tree(first.get().text(), Place.member(member)));
            return !kind.equals(FhirResource.UNREADABLE) && !kind.equals(BundleResources.BUNDLE);
        } catch (UnreadableException e) {
            return false;
        }
    }

    private static Reader text(ByteSource source, String member) throws IOException {
        return StrictText.open(source, Encoding.choose(source, List.of(StandardCharsets.UTF_8)), member);
    }
}
