package org.throughline.linkage;

import java.util.List;
import java.util.Set;

/**
 * What linkage knows before it decides.
 *
 * @param records eligible records: current, not hashed, and no client of a victim-service provider
 * @param rulings rulings that hold
 * @param merges pairs of records of one sender that it says are one client
 * @param links current links
 * @param comparisons comparisons that hold
 */
public record Known(
        List<ClientIdentifiers> records,
        List<Ruling> rulings,
        Set<ClientPair> merges,
        List<ClientLink> links,
        List<Comparison> comparisons) {

    public Known {
        records = List.copyOf(records);
        rulings = List.copyOf(rulings);
        merges = Set.copyOf(merges);
        links = List.copyOf(links);
        comparisons = List.copyOf(comparisons);
    }
}
