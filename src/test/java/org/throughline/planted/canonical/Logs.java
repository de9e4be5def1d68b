package org.throughline.planted.canonical;

import org.slf4j.Logger;

/** Knows a library from the canonical package. */
final class Logs {
    Logger logger;
}
