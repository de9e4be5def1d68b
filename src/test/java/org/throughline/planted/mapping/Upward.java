package org.throughline.planted.mapping;

import org.throughline.planted.format.RecordReader;
import org.throughline.planted.intake.DeliveryLedger;

/** Points up. */
public final class Upward {
    RecordReader reader;
    DeliveryLedger ledger;
}
