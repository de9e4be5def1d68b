package org.throughline.notice;

/** Hands mails over to a mail server. */
@FunctionalInterface
public interface Post {

    /** Sends a mail; what goes wrong is a value. */
    Posted send(Mail mail);
}
