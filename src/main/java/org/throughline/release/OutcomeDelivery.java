package org.throughline.release;

import java.io.IOException;

/** Takes files to a provider's account. */
@FunctionalInterface
public interface OutcomeDelivery {

    /**
     * Delivers a file to the provider's outcomes folder under its final name; the same bytes under the same name
     * again are no fault.
     *
     * @return where it stands
     * @throws IOException where it does not stand there; its message says why, without credentials
     */
    String deliver(String recipient, String name, byte[] content) throws IOException;
}
