package org.throughline.format.xml;

import static org.assertj.core.api.Assertions.fail;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.throughline.format.ByteSource;
import org.throughline.format.Outcome;
import org.throughline.testing.FuzzTurn;

final class XmlReaderFuzzTest {
    private static final List<XmlFormat> FORMATS = List.of(
            new XmlFormat(XmlRows.at("/a/b"), Set.of("@id", "n/f", "p[2]")),
            new XmlFormat(XmlRows.at("/a/g/b"), Set.of("../@id", "../../h")),
            new XmlFormat(XmlRows.at("/a"), Set.of()));

    @FuzzTest
    void endsWithRecordsOrANamedProblem(byte[] input) throws IOException {
        for (XmlFormat format : FuzzTurn.of(input, FORMATS)) {
            Outcome outcome = Outcome.of(format.open(ByteSource.of(input), "fuzz.xml"));
            if (outcome.records().stream()
                    .anyMatch(record -> record.size() != outcome.header().size())) {
                fail("A record has not as many cells as the header has columns.");
            }
        }
    }
}
