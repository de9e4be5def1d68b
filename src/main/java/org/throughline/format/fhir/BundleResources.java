package org.throughline.format.fhir;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A bundle, of which one entry at a time is in memory, or a single resource. */
final class BundleResources implements FhirResources {
    static final String BUNDLE = "Bundle";

    private static final Set<String> TYPES =
            Set.of("collection", "batch", "transaction", "searchset", "message", "document");

    private final JsonParser parser;
    private final String member;
    private final Map<String, String> head = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private long entries;
    private boolean began;
    private boolean passed;
    private boolean inEntries;
    private boolean done;

    BundleResources(JsonParser parser, String member) {
        this.parser = parser;
        this.member = member;
    }

    @Override
    public Optional<FhirResource> next() throws IOException {
        Optional<FhirResource> next = Optional.empty();
        try {
            while (!done && next.isEmpty()) {
                next = step();
            }
            return next;
        } catch (JacksonException e) {
            throw JsonText.translated(e, Place.member(member));
        }
    }

    private Optional<FhirResource> step() throws IOException {
        if (!began) {
            begin();
            return Optional.empty();
        }
        JsonToken token = parser.nextToken();
        if (inEntries) {
            inEntries = token != JsonToken.END_ARRAY;
            return inEntries ? Optional.of(entry()) : Optional.empty();
        }
        if (token == JsonToken.END_OBJECT) {
            end();
            return Optional.empty();
        }
        return property();
    }

    private void begin() throws IOException {
        began = true;
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw JsonText.stop(ProblemCode.NOT_WELL_FORMED, Place.member(member), "The file is empty.");
        }
        if (token != JsonToken.START_OBJECT) {
            throw JsonText.stop(ProblemCode.KIND_DIFFERS, here(), "The file is no bundle and no resource.");
        }
    }

    private Optional<FhirResource> property() throws IOException {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        boolean first = !passed;
        passed = true;
        boolean typed = first && name.equals("resourceType") && token == JsonToken.VALUE_STRING;
        if (typed && !parser.getString().equals(BUNDLE)) {
            return Optional.of(single());
        }
        if (name.equals("entry") && token == JsonToken.START_ARRAY) {
            inEntries = true;
        } else if (name.equals("link")) {
            Part link = JsonText.tree("{\"link\":" + JsonText.copy(parser, here()) + "}", here());
            boolean next = link.all("link").stream()
                    .flatMap(part -> part.all("relation").stream())
                    .anyMatch(relation -> relation.text().equals("next"));
            head.put("next", String.valueOf(next));
        } else if (token.isStructStart()) {
            parser.skipChildren();
        } else {
            head.put(name, parser.getString());
        }
        return Optional.empty();
    }

    /** The whole file as one resource; its type stands first. */
    private FhirResource single() throws IOException {
        String kind = parser.getString();
        long line = parser.currentTokenLocation().getLineNr();
        StringBuilder text = new StringBuilder("{\"resourceType\":").append(JsonText.quoted(kind));
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            text.append(',').append(JsonText.quoted(name)).append(':').append(JsonText.copy(parser, here()));
            if (text.length() > JsonText.RESOURCE_LIMIT) {
                throw JsonText.stop(ProblemCode.FIELD_TOO_LONG, here(), "The resource is too large.");
            }
        }
        finish();
        return EntryText.typed("", text.append('}').toString(), new Place(member, 0, line, 0, ""));
    }

    private FhirResource entry() throws IOException {
        entries++;
        Place place = here();
        String text = JsonText.copy(parser, place);
        return EntryText.resource(text, place);
    }

    private void end() throws IOException {
        finish();
        if (!BUNDLE.equals(head.get("resourceType"))) {
            throw JsonText.stop(ProblemCode.KIND_DIFFERS, here(), "The file is no bundle and no resource.");
        }
        if (!TYPES.contains(head.getOrDefault("type", ""))) {
            throw JsonText.stop(
                    ProblemCode.KIND_DIFFERS,
                    here(),
                    "The bundle is of no type that brings resources; these are collection, batch, transaction,"
                            + " searchset, message and document.");
        }
        incomplete();
    }

    private void finish() throws IOException {
        if (parser.nextToken() != null) {
            throw JsonText.stop(ProblemCode.NOT_WELL_FORMED, here(), "Something follows the end of the document.");
        }
        done = true;
    }

    private void incomplete() {
        String total = head.getOrDefault("total", "");
        boolean more = total.matches("[0-9]{1,18}") && Long.parseLong(total) != entries;
        if (more) {
            String fact = String.format("The bundle gives a total of %s and has %,d entries.", total, entries);
            problems.add(Problem.of(ProblemCode.BUNDLE_INCOMPLETE, Place.member(member), fact));
        }
        if (head.getOrDefault("next", "").equals("true")) {
            problems.add(Problem.of(
                    ProblemCode.BUNDLE_INCOMPLETE,
                    Place.member(member),
                    "The bundle has a link to a next page, which is not in this file."));
        }
    }

    private Place here() {
        return new Place(member, 0, parser.currentTokenLocation().getLineNr(), 0, "");
    }

    @Override
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void close() throws IOException {
        try {
            parser.close();
        } catch (JacksonException e) {
            throw JsonText.translated(e, Place.member(member));
        }
    }
}
