package org.throughline.intake;

/** Told how far a long file is; called every few thousand records. */
@FunctionalInterface
public interface Progress {
    /** Nobody is told. */
    Progress SILENT = (member, records) -> {};

    /** So many records of this member have been read. */
    void read(String member, long records);
}
