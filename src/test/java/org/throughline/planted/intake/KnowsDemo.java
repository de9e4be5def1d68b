package org.throughline.planted.intake;

import org.throughline.planted.demo.Target;

/** Knows a package that it may not know. */
final class KnowsDemo {
    Target target;
}
