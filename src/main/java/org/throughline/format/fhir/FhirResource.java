package org.throughline.format.fhir;

import java.util.Optional;
import org.throughline.problem.Problem;

/**
 * A resource as it stands in the file.
 *
 * @param kind its type; {@link #ENTRY} for an entry without resource, {@link #UNREADABLE} where it cannot be told
 * @param line on which it begins
 * @param url its full URL in a bundle; empty where none is given
 * @param tree what stands in it; empty where it is no resource
 * @param problem why it cannot be read at all
 */
record FhirResource(String kind, long line, String url, String text, Optional<Part> tree, Optional<Problem> problem) {
    static final String ENTRY = "entry";
    static final String UNREADABLE = "unreadable";

    /** Names no value. */
    @Override
    public String toString() {
        return "FhirResource[" + kind + ", line " + line + "]";
    }
}
