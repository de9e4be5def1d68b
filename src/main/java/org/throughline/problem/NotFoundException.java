package org.throughline.problem;

/** What somebody named does not exist: a feed, a mapping, a record. Says what was sought and how to find the right name. */
public final class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A full sentence without any personal value. */
    public NotFoundException(String message) {
        super(message);
    }
}
