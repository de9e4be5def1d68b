package org.throughline.planted.store;

import org.throughline.planted.cli.Target;

/** Knows a package that it may not know. */
final class KnowsCli {
    Target target;
}
