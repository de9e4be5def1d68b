package org.throughline.format;

/**
 * What the hub tells the sender about one record, in the three columns {@code hub_status}, {@code hub_problem} and
 * {@code hub_guidance} of an annotated original.
 */
public record Annotation(String status, String problem, String guidance) {

    /** Leaves the problem out: it may be told with the record's values. */
    @Override
    public String toString() {
        return "Annotation[" + status + "]";
    }
}
