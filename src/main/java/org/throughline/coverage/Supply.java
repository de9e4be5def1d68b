package org.throughline.coverage;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How a sender supplies a canonical field.
 *
 * @param required true where a record cannot be stored without it
 * @param mappings the sender's mappings that set it; none where the sender writes such records without it
 * @param columns the columns that it comes from; none for a constant
 * @param fill percent of the current records that have it
 * @param valid percent of the records read of late whose columns were not held or rejected for it
 * @param trend mapping, and member where it has several, to the percent of the records that had it in the latest loaded files,
 *     the newest first
 * @param users who needs it
 */
public record Supply(
        String sender,
        String target,
        boolean required,
        List<String> mappings,
        List<String> columns,
        OptionalInt fill,
        OptionalInt valid,
        Map<String, List<Integer>> trend,
        List<String> users) {}
