package org.throughline.format.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.Set;
import org.throughline.format.ByteSource;
import org.throughline.format.Outcome;

final class FhirReaderFuzzTest {
    private static final FhirFormat FORMAT = new FhirFormat(
            "Patient", Set.of("id", "name[use=official?][0].family", "managingOrganization->Organization.name"));

    @FuzzTest
    void endsWithRecordsOrANamedProblem(byte[] input) throws IOException {
        ByteSource bytes = ByteSource.of(input);
        Outcome outcome = Outcome.of(FORMAT.open(bytes, "fuzz.json"));
        assertThat(outcome.records())
                .allMatch(record -> record.size() == outcome.header().size());
        for (String kind : new FhirKinds().survey(bytes).records().keySet()) {
            Outcome.of(new FhirKinds().whole(bytes, kind));
        }
    }
}
