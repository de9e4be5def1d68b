package org.throughline.setup;

import java.util.List;

/** Consents that are entered or revoked by hand; each act has an audit entry in the same transaction. */
public interface ConsentStore {

    /**
     * Enters a consent; the same again changes nothing. Throws NotFoundException where the provider has no such client.
     *
     * @return number of the consent
     */
    long record(ConsentEntry entry);

    /**
     * Revokes every consent of a client to a recipient from this instant on. Throws NotFoundException where there is none in
     * force.
     *
     * @param reason why; no personal value
     */
    List<Revoked> revoke(String provider, String clientKey, String recipient, String reason);

    /**
     * A consent that was revoked.
     *
     * @param consent its number
     * @param fromFeed true where a feed brought it: the sender has to send the revocation too
     */
    record Revoked(long consent, boolean fromFeed) {}
}
