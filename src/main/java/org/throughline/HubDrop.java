package org.throughline;

import java.nio.file.Path;
import java.time.Clock;
import org.throughline.HubConfiguration.Listening;
import org.throughline.drop.DropServer;
import org.throughline.drop.DropSetting;
import org.throughline.store.Database;
import org.throughline.store.JooqDropAccounts;
import org.throughline.store.JooqFeedEvents;

/** The hub's own SFTP server on one database and home. */
final class HubDrop {

    private HubDrop() {}

    /** Where the host key stands. */
    static Path hostKey(Path home) {
        return home.resolve("secrets").resolve("drop-host-key");
    }

    /** Starts the server with the accounts that are set up. */
    static DropServer start(Database database, Path home, Listening at, Clock clock) {
        return DropServer.start(
                new DropSetting(at.host(), at.port(), hostKey(home), clock),
                new JooqDropAccounts(database).all(),
                new JooqFeedEvents(database));
    }
}
