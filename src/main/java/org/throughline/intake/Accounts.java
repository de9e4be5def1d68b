package org.throughline.intake;

import java.util.List;

/** The partners' accounts as they are set up. */
@FunctionalInterface
public interface Accounts {

    /** Every account, by sender in alphabetical order. */
    List<Account> all();
}
