package org.throughline.linkage;

import java.util.List;

/**
 * What linkage knows before it decides.
 *
 * @param records eligible records: current, not hashed, and no client of a victim-service provider
 * @param rulings rulings that hold
 * @param links current links
 * @param comparisons comparisons that hold
 */
public record Known(
        List<ClientIdentifiers> records, List<Ruling> rulings, List<ClientLink> links, List<Comparison> comparisons) {

    public Known {
        records = List.copyOf(records);
        rulings = List.copyOf(rulings);
        links = List.copyOf(links);
        comparisons = List.copyOf(comparisons);
    }
}
