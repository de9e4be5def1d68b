package org.throughline.intake;

import java.util.Optional;

/** What people ruled about single records of a submission. */
@FunctionalInterface
public interface Rulings {
    /** Nobody ruled on anything. */
    Rulings NONE = (member, record) -> Optional.empty();

    /** The ruling on a record, if there is one. */
    Optional<Ruling> of(String member, long record);

    /** A person's word on a held record. */
    enum Ruling {
        /** It is loaded in spite of the mapping's own checks. */
        RELEASED,
        /** It is never loaded. */
        REJECTED
    }
}
