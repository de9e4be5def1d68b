package org.throughline.format.fhir;

import java.io.IOException;
import java.util.List;
import java.util.Map;
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
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/**
 * Reads the resources of one type in two passes: the first collects the columns, and what is asked of resources that others
 * name; the second gives the records. A resource that R4 does not allow is a broken record.
 */
public final class FhirReader implements RecordReader {
    private final String member;
    private final String kind;
    private final FhirColumns columns;
    private final List<String> header;
    private final Optional<FhirResources> resources;
    private Optional<Problem> stop;
    private long record;
    private boolean done;

    private FhirReader(String member, FhirFormat format, FhirColumns columns, Optional<FhirResources> resources) {
        this.member = member;
        this.kind = format.kind();
        this.columns = columns;
        this.header = columns.header();
        this.resources = resources;
        this.stop = Optional.empty();
    }

    /**
     * Opens the input and passes it once.
     *
     * @param member the name that every place gives
     */
    public static FhirReader open(ByteSource source, String member, FhirFormat format) throws IOException {
        FhirColumns columns = new FhirColumns(format.agreed(), member);
        try {
            try (FhirResources resources = FhirResources.open(source, member)) {
                firstPass(resources, columns, format.kind());
            }
            return new FhirReader(member, format, columns, Optional.of(FhirResources.open(source, member)));
        } catch (UnreadableException e) {
            FhirReader reader = new FhirReader(member, format, columns, Optional.empty());
            reader.stop = Optional.of(e.problem());
            return reader;
        }
    }

    /** References may lead back, so the columns wait for them in neither pass: only their names are collected here. */
    private static void firstPass(FhirResources resources, FhirColumns columns, String kind) throws IOException {
        for (Optional<FhirResource> next = first(resources); next.isPresent(); next = first(resources)) {
            FhirResource resource = next.get();
            boolean wanted = resource.problem().isEmpty()
                    && (resource.kind().equals(kind) || columns.references().wants(resource.kind()));
            if (wanted) {
                Part tree = resource.tree().orElseThrow();
                columns.references().keep(resource, tree);
                if (resource.kind().equals(kind)) {
                    columns.see(columns.cells(tree));
                }
            }
        }
    }

    /** Where the text breaks off, the second pass comes to the same end, and tells it after the records before it. */
    private static Optional<FhirResource> first(FhirResources resources) throws IOException {
        try {
            return resources.next();
        } catch (UnreadableException toldLater) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<Reading> next() throws IOException {
        if (done) {
            return Optional.empty();
        }
        try {
            Optional<FhirResource> next = stop.isEmpty() ? mine() : Optional.empty();
            if (next.isPresent()) {
                return Optional.of(reading(next.get()));
            }
        } catch (UnreadableException e) {
            stop = Optional.of(e.problem());
        }
        done = true;
        return stop.map(FhirReader::grave).map(BrokenInput::new);
    }

    /** Whatever ends an input holds it, also where the same fault in one record would cost the record alone. */
    private static Problem grave(Problem problem) {
        return new Problem(
                problem.code(), Level.HOLD_FILE, problem.place(), problem.fact(), problem.told(), problem.guidance());
    }

    private Optional<FhirResource> mine() throws IOException {
        Optional<FhirResource> next = resources.orElseThrow().next();
        while (next.isPresent() && !next.get().kind().equals(kind)) {
            next = resources.orElseThrow().next();
        }
        return next;
    }

    private Reading reading(FhirResource resource) throws IOException {
        record++;
        Place place = new Place(member, record, resource.line(), record, "");
        FhirColumns.Cells cells = columns.cells(resource.tree().orElseThrow());
        Optional<ResourceCheck.Fault> fault = ResourceCheck.fault(resource.text());
        fault = fault.isPresent() ? fault : cells.fault();
        if (fault.isEmpty()) {
            return new SourceRecord(place, list(cells.byColumn()));
        }
        Problem problem = Problem.of(
                ProblemCode.RESOURCE_INVALID,
                place.in(fault.get().path()),
                fault.get().fact());
        return new BrokenRecord(place, list(cells.byColumn()), problem);
    }

    private List<String> list(Map<String, String> cells) throws IOException {
        if (!header.containsAll(cells.keySet())) {
            throw new IOException("The original differs from what it was in the first pass.");
        }
        return header.stream().map(column -> cells.getOrDefault(column, "")).toList();
    }

    @Override
    public void close() throws IOException {
        if (resources.isPresent()) {
            resources.get().close();
        }
    }
}
