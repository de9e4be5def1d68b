package org.throughline.mapping.cel;

/** The values that an expression is asked about. */
@FunctionalInterface
public interface Values {

    /** The value of a name, or null. */
    Object value(String name);

    /**
     * The same, for those who keep values by place.
     *
     * @param place the place that the scope gave to the name; negative where it has none
     */
    default Object value(String name, int place) {
        return value(name);
    }
}
