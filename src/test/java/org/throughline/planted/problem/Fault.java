package org.throughline.planted.problem;

/** Known by classes that may not know it. */
public final class Fault {
    org.slf4j.Logger logger;
}
