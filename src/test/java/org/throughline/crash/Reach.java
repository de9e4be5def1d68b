package org.throughline.crash;

import java.util.Optional;

/** How a night's partners are reached: each has a folder of this machine where nothing else is said. */
interface Reach {
    /** All by folders of this machine. */
    Reach FOLDERS = partner -> Optional.empty();

    /** What the partner file says of account and channels; empty for a folder of this machine. */
    Optional<String> account(String partner);
}
