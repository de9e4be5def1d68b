package org.throughline.format.fixedwidth;

import java.util.List;

/**
 * A number of records that a header or trailer gives.
 *
 * @param of the types that are counted; none where it is all between header and trailer
 */
public record ControlCount(FixedField field, List<String> of) {

    public ControlCount {
        of = List.copyOf(of);
    }
}
