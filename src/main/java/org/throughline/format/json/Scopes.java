package org.throughline.format.json;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The objects of one input, one after the other, each with all that is in it. */
interface Scopes extends Closeable {

    /** The next object, or empty at the end of the input. */
    Optional<Scope> next() throws IOException;

    /** What stands around all of them, as far as it has been read. */
    Optional<Scope> around();
}
