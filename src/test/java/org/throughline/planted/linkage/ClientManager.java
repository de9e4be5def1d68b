package org.throughline.planted.linkage;

import org.throughline.planted.mapping.Upward;

/** Has an empty word in its name, a getter, and an arrow that does not exist. */
final class ClientManager {
    Upward upward;

    Upward getUpward() {
        return upward;
    }
}
