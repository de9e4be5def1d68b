package org.throughline.release;

/** What a provider's acknowledgement file turns out to be. */
sealed interface Acknowledgement {

    /**
     * A provider's word on an outcome file.
     *
     * @param file name of the outcome file
     * @param sha256 hash that the provider found
     * @param rows rows that the provider counted, without the header
     * @param accepted false where the provider refuses the file
     */
    record Word(String file, String sha256, long rows, boolean accepted) implements Acknowledgement {}

    /** Nothing that can be read; the fact quotes nothing of it. */
    record Unreadable(String fact) implements Acknowledgement {}
}
