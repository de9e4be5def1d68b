package org.throughline.mapping;

import java.util.Optional;

/** Tells the reporting period of a submission. */
@FunctionalInterface
public interface PeriodRule {

    /** The period, empty where the feed has none; throws {@link IllegalArgumentException} where the facts do not tell it. */
    Optional<Period> period(Facts facts);
}
