package org.throughline.format.fixedwidth;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How many records of a type there are, and what their fields add up to. */
final class TypeTally {
    private final Map<FixedField, BigDecimal> sums = new LinkedHashMap<>();
    private long count;
    private long unread;

    void add() {
        count++;
    }

    void sum(FixedLines line, FixedField field) {
        Optional<BigDecimal> number = number(FixedRecords.cell(line, field));
        unread += number.isPresent() ? 0 : 1;
        sums.merge(field, number.orElse(BigDecimal.ZERO), BigDecimal::add);
    }

    /** The number in a cell; blank is nothing, and so zero. */
    static Optional<BigDecimal> number(String cell) {
        String text = cell.strip();
        if (text.isEmpty()) {
            return Optional.of(BigDecimal.ZERO);
        }
        return text.matches("[+-]?\\d{1,36}(\\.\\d{0,18})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    long count() {
        return count;
    }

    /** True where a field to be summed held no number. */
    boolean hasUnread() {
        return unread > 0;
    }

    BigDecimal total(FixedField field) {
        return sums.getOrDefault(field, BigDecimal.ZERO);
    }
}
