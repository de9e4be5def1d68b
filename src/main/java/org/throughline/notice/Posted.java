package org.throughline.notice;

/** What came of handing a mail over. */
public sealed interface Posted {

    /** The mail server took it. */
    record Taken() implements Posted {}

    /** The mail server does not take this one; it may take others. */
    record Refused(String fact) implements Posted {}

    /** The mail server cannot be used at all now. */
    record Broken(String fact) implements Posted {}
}
