package org.throughline.release;

import java.time.ZoneId;

/**
 * A provider who may receive outcome files.
 *
 * @param sender its name
 * @param zone where it is; days are judged there
 * @param victimServices true keeps its clients out of linkage, so that nothing is ever told
 * @param address transport and account to which files go
 * @param everSetUp true where an agreement was ever applied or a file was ever written for it
 */
public record Recipient(String sender, ZoneId zone, boolean victimServices, String address, boolean everSetUp) {}
