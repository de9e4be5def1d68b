package org.throughline.route;

/** A channel in use. What goes wrong on it is a value and a feed event, never an exception. */
interface OpenChannel extends AutoCloseable {

    /** Takes what is new now; returns when it is taken in. */
    default Pulled pull() {
        return Pulled.NOTHING;
    }

    /** Delivers an outcome file; the same file again writes nothing. */
    default Handover deliver(Parcel parcel) {
        throw new IllegalStateException("This channel does not deliver.");
    }

    /** Lets go of it, after what is under way is done. */
    @Override
    void close();
}
