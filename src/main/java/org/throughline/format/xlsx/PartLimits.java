package org.throughline.format.xlsx;

/**
 * How much a workbook may hold.
 *
 * @param fileBytes most bytes of the file itself
 * @param parts most parts
 * @param partBytes most bytes of one part, unpacked
 * @param ratio a part is refused while it is read where this many bytes come out of one byte
 * @param ratioFrom bytes of a part from which on the ratio counts
 */
record PartLimits(long fileBytes, int parts, long partBytes, int ratio, long ratioFrom) {

    /** 2 GB, 10,000 parts of 8 GB each, a ratio below 100 to 1 beyond 10 MB. */
    static PartLimits usual() {
        return new PartLimits(2_000_000_000L, 10_000, 8_000_000_000L, 100, 10_000_000);
    }
}
