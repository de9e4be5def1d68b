package org.throughline.coverage;

import java.util.List;

/**
 * A column that a sender is asked for and nobody used: neither a measure nor linkage, an outcome file, a key or a check.
 *
 * @param targets the canonical fields that it becomes
 * @param at {@code file:line} of the field that may go
 */
public record UnusedColumn(
        String sender, String mapping, String member, String column, List<String> targets, String at) {}
