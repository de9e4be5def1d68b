package org.throughline.crash;

import java.sql.Statement;

/** Losses that are planted after a night, each of the kind that its fault could bring. */
final class Planted {
    private Planted() {}

    /** One row of a table is gone. */
    static Fault.Plant rowLost() {
        return (ground, database) -> {
            try (Statement statement = database.createStatement()) {
                statement.execute(
                        "delete from canonical.service where ctid = (select min(ctid) from canonical.service)");
            }
        };
    }
}
