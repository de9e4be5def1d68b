package org.throughline.profile;

/**
 * Where a field of fixed width stands.
 *
 * @param start first character, from 1
 * @param end last character
 * @param why what the place rests on
 */
record FixedPlace(String name, int start, int end, String why) {

    /** As a mapping writes it. */
    String at() {
        return start == end ? "" + start : start + "-" + end;
    }

    FixedPlace named(String other) {
        return new FixedPlace(other, start, end, why);
    }
}
