package org.throughline.format.fhir;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import org.throughline.format.UnreadableException;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Takes a bundle's entry apart. */
final class EntryText {
    private EntryText() {}

    static FhirResource resource(String entry, Place place) throws IOException {
        String url = "";
        String text = "";
        try (JsonParser parser = JsonText.stream(new StringReader(entry))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return unreadable(entry, place, Optional.empty());
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                if (name.equals("resource")) {
                    text = JsonText.copy(parser, place);
                } else if (name.equals("fullUrl") && token.isScalarValue()) {
                    url = parser.getString();
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            throw JsonText.translated(e, place);
        }
        return text.isEmpty()
                ? new FhirResource(FhirResource.ENTRY, place.line(), url, entry, Optional.empty(), Optional.empty())
                : typed(url, text, place);
    }

    /** A whole resource, read. */
    static FhirResource typed(String url, String text, Place place) throws IOException {
        try {
            Part tree = JsonText.tree(text, place);
            return new FhirResource(
                    LineResources.kind(tree), place.line(), url, text, Optional.of(tree), Optional.empty());
        } catch (UnreadableException e) {
            return unreadable(text, place, Optional.of(e.problem()));
        }
    }

    private static FhirResource unreadable(String text, Place place, Optional<Problem> problem) {
        return new FhirResource(FhirResource.UNREADABLE, place.line(), "", text, Optional.empty(), problem);
    }
}
