package org.throughline.planted.find;

import org.throughline.planted.store.Target;

/** Knows a package that it may not know. */
final class KnowsStore {
    Target target;
}
