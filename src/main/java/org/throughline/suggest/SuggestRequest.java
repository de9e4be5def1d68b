package org.throughline.suggest;

import org.throughline.format.ByteSource;
import org.throughline.profile.SampleHints;

/**
 * What a draft is made of.
 *
 * @param id the mapping that is drafted
 * @param hints what somebody knows of the sample
 * @param days what somebody knows of its days
 * @param most how many records are read
 */
public record SuggestRequest(String id, ByteSource sample, SampleHints hints, DayOrder days, long most) {

    /** The name of the feed alone. */
    String feed() {
        return id.substring(id.indexOf('/') + 1);
    }
}
