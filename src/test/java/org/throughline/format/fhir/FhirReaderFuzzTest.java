package org.throughline.format.fhir;

import static org.assertj.core.api.Assertions.fail;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.throughline.format.BrokenInput;
import org.throughline.format.ByteSource;
import org.throughline.format.Outcome;

final class FhirReaderFuzzTest {
    private static final FhirFormat FORMAT = new FhirFormat(
            "Patient",
            Set.of(
                    "id",
                    "name[use=official?][0].family",
                    "managingOrganization->Organization.name | managingOrganization.display"));

    @FuzzTest
    void endsWithRecordsOrANamedProblem(byte[] input) throws IOException {
        ByteSource bytes = ByteSource.of(input);
        Outcome outcome = Outcome.of(FORMAT.open(bytes, "fuzz.json"));
        if (outcome.records().stream()
                .anyMatch(record -> record.size() != outcome.header().size())) {
            fail("A record has not as many cells as the header has columns.");
        }
        for (Map.Entry<String, Long> kind :
                new FhirKinds().survey(bytes).records().entrySet()) {
            Outcome whole = Outcome.of(new FhirKinds().whole(bytes, kind.getKey()));
            same(kind.getKey(), kind.getValue(), whole);
            if (kind.getKey().equals("Patient")) {
                same("mapped", kind.getValue(), outcome);
            }
        }
    }

    private static void same(String what, long expected, Outcome outcome) {
        long found = outcome.readings().stream()
                .filter(reading -> !(reading instanceof BrokenInput))
                .count();
        if (found != expected) {
            fail("%s: %d counted, %d read.", what, expected, found);
        }
    }
}
