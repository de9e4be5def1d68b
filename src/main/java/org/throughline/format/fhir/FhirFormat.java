package org.throughline.format.fhir;

import java.io.IOException;
import java.util.Set;
import org.throughline.format.ByteSource;
import org.throughline.format.RecordFormat;
import org.throughline.format.RecordReader;

/**
 * The resources of one type in a file of FHIR R4.
 *
 * @param kind the type of resource
 * @param agreed the paths that the mapping names
 */
public record FhirFormat(String kind, Set<String> agreed) implements RecordFormat {

    public FhirFormat {
        agreed = Set.copyOf(agreed);
    }

    /**
     * Holds a path against the way in which a mapping names values.
     *
     * @throws IllegalArgumentException with a full sentence where the text is no path
     */
    public static void checkPath(String text) {
        FhirPath.alternatives(text);
    }

    @Override
    public RecordReader open(ByteSource source, String member) throws IOException {
        return FhirReader.open(source, member, this);
    }
}
