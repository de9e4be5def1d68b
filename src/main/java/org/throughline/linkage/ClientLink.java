package org.throughline.linkage;

/**
 * Which joint client a record belongs to, as the hub believes now.
 *
 * @param client id of the joint client
 * @param member grade, searchability and reason
 */
public record ClientLink(long client, Partition.Member member) {}
