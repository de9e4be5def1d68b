package org.throughline.suggest;

import org.throughline.format.zip.Bundle;

/**
 * What the draft of a bundle is made of.
 *
 * @param id the mapping that is drafted
 * @param archive the sample
 * @param days what somebody knows of its days
 * @param most how many records of each member are read
 */
public record BundleRequest(String id, Bundle archive, DayOrder days, long most) {}
