package org.throughline.intake;

import java.util.List;

/** The accounts at the hub's own SFTP server as they are set up. */
@FunctionalInterface
public interface DropAccounts {

    /** Every account, by sender in alphabetical order. */
    List<DropAccount> all();
}
