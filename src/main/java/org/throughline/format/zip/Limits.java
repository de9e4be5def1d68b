package org.throughline.format.zip;

/**
 * How much an archive may hold.
 *
 * @param entries most entries
 * @param totalBytes most bytes of all entries together, unpacked
 * @param entryBytes most bytes of one entry, unpacked
 * @param ratio an entry is refused while it is read where this many bytes come out of one byte
 * @param ratioFrom bytes of an entry from which on the ratio counts
 */
public record Limits(int entries, long totalBytes, long entryBytes, int ratio, long ratioFrom) {

    /** 1,000 entries, 20 GB in all, a ratio below 100 to 1 beyond 10 MB. */
    public static Limits usual() {
        return new Limits(1_000, 20_000_000_000L, 20_000_000_000L, 100, 10_000_000);
    }
}
