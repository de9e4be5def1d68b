package org.throughline.format.fhir;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.throughline.format.BrokenInput;
import org.throughline.format.BrokenRecord;
import org.throughline.format.ByteSource;
import org.throughline.format.Reading;
import org.throughline.format.RecordReader;
import org.throughline.format.SourceRecord;
import org.throughline.format.UnreadableException;
import org.throughline.problem.Level;
import org.throughline.problem.Place;

/** Gives the resources of a type that nobody takes, each with its whole text in one cell. */
final class WholeReader implements RecordReader {
    private final FhirResources resources;
    private final String kind;
    private long record;
    private boolean done;

    private WholeReader(FhirResources resources, String kind) {
        this.resources = resources;
        this.kind = kind;
    }

    static WholeReader open(ByteSource source, String kind) throws IOException {
        return new WholeReader(FhirResources.open(source, kind), kind);
    }

    @Override
    public List<String> header() {
        return List.of("resource");
    }

    @Override
    public Optional<Reading> next() throws IOException {
        try {
            while (!done) {
                Optional<FhirResource> next = resources.next();
                done = next.isEmpty();
                if (!done && next.get().kind().equals(kind)) {
                    return Optional.of(reading(next.get()));
                }
            }
            return Optional.empty();
        } catch (UnreadableException e) {
            done = true;
            return Optional.of(new BrokenInput(e.problem()));
        }
    }

    private Reading reading(FhirResource resource) {
        record++;
        Place place = new Place(kind, record, resource.line(), record, "");
        List<String> cells = List.of(resource.text());
        return resource.problem()
                .<Reading>map(problem -> new BrokenRecord(
                        place,
                        cells,
                        new org.throughline.problem.Problem(
                                problem.code(),
                                Level.REJECT,
                                place,
                                problem.fact(),
                                problem.told(),
                                problem.guidance())))
                .orElseGet(() -> new SourceRecord(place, cells));
    }

    @Override
    public void close() throws IOException {
        resources.close();
    }
}
