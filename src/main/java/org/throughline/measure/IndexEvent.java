package org.throughline.measure;

import java.time.LocalDate;

/**
 * What a measure counts from: the end of one enrollment with one provider.
 *
 * @param stay the enrollment that ended
 * @param date the day it ended
 * @param repeated true where the same client record has another such end at this provider on the same day; only the first
 *     by key counts
 */
record IndexEvent(Stay stay, LocalDate date, boolean repeated) {}
