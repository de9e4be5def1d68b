package org.throughline.measure;

import java.util.List;

/**
 * What a run computed.
 *
 * @param run its number
 * @param indexEvents statuses stored, over all measures
 * @param values counts by measure and provider
 */
public record MeasureResult(long run, long indexEvents, List<MeasureValue> values) {
    public MeasureResult {
        values = List.copyOf(values);
    }
}
