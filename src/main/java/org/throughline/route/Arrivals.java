package org.throughline.route;

import org.throughline.intake.Delivery;
import org.throughline.intake.Receipt;

/** Takes in what arrived and says what became of it. Its file is gone after the call; an exception leaves the partner's file where it is. */
@FunctionalInterface
public interface Arrivals {

    /** Takes in one whole file; the same file comes again if the hub stopped before it was archived. */
    Receipt arrived(Delivery delivery);
}
