package org.throughline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.retention.RetentionDesk;

/** What the hub does first of all: purge again what a restored backup brought back. Nothing is taken in where that fails. */
final class PurgedAgain {
    private static final Logger LOG = LoggerFactory.getLogger(PurgedAgain.class);

    private final RetentionDesk retention;

    PurgedAgain(RetentionDesk retention) {
        this.retention = retention;
    }

    void beforeAnythingElse() {
        RetentionDesk.Again again = retention.again();
        if (again.purged() + again.files() > 0) {
            LOG.warn(
                    "What was purged before was here again, and is purged again: {} parts of submissions, {} files.",
                    again.purged(),
                    again.files());
        }
        if (again.held() > 0) {
            LOG.warn(
                    "{} parts of submissions were purged before and are here again; legal holds of this database keep"
                            + " them.",
                    again.held());
        }
    }
}
