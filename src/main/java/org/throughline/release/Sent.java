package org.throughline.release;

import java.util.Optional;

/**
 * What came of sending to one provider.
 *
 * @param build what came of building the file
 * @param delivered the file that was delivered now; empty where there was nothing to deliver or the delivery failed
 * @param failure why the delivery failed; the file is tried again at the next sending
 */
public record Sent(String recipient, Build build, Optional<OutcomeFile> delivered, Optional<String> failure) {}
