package org.throughline.planted.store;

import org.throughline.planted.intake.DeliveryLedger;

/** Implements a port without saying so in its name. */
final class DeliveryTable implements DeliveryLedger {}
