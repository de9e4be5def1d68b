package org.throughline.planted.intake;

/** Implements a port outside store and route. */
final class MemoryLedger implements DeliveryLedger {}
