package org.throughline.format.fhir;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.format.ByteSource;
import org.throughline.format.KindSurvey;
import org.throughline.format.RecordKinds;
import org.throughline.format.RecordReader;
import org.throughline.format.UnreadableException;
import org.throughline.problem.Problem;

/**
 * A file of FHIR R4: a bundle, a single resource, or NDJSON. Its kinds are the types of its resources, {@code entry} for an
 * entry of a bundle without one, and {@code unreadable} for what is no resource.
 */
public final class FhirKinds implements RecordKinds {

    @Override
    public KindSurvey survey(ByteSource source) throws IOException {
        Map<String, Long> records = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        try (FhirResources resources = FhirResources.open(source, "")) {
            for (Optional<FhirResource> next = resources.next(); next.isPresent(); next = resources.next()) {
                records.merge(next.get().kind(), 1L, Long::sum);
            }
            problems.addAll(resources.problems());
        } catch (UnreadableException e) {
            problems.add(e.problem());
        }
        return new KindSurvey(records, problems);
    }

    @Override
    public RecordReader whole(ByteSource source, String kind) throws IOException {
        return WholeReader.open(source, kind);
    }
}
