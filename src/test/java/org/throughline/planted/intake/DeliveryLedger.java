package org.throughline.planted.intake;

/** A port. */
public interface DeliveryLedger {}
