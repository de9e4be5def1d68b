package org.throughline.mapping;

/**
 * A figure that a sender states about a whole file and the hub counts again.
 *
 * @param name the word under which it is stated
 * @param distinct true for how many values the field has, false for their sum
 * @param field the field
 */
public record TotalRule(String name, boolean distinct, String field) {}
