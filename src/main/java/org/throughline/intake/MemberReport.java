package org.throughline.intake;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What became of one member file.
 *
 * @param file name of the member
 * @param taken false where the hub has no place for it
 * @param reason why it is not taken
 * @param records records in the file, whether taken or not; empty where the hub cannot tell, as of a picture that is left aside
 * @param counts their states; none where it is not taken
 */
public record MemberReport(String file, boolean taken, Optional<String> reason, OptionalLong records, Counts counts) {}
