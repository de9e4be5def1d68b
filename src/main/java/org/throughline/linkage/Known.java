package org.throughline.linkage;

import java.util.List;
import java.util.Set;
import org.throughline.canonical.Reads;

/**
 * What linkage knows before it decides.
 *
 * @param records eligible records: current, not hashed, and no client of a victim-service provider
 * @param rulings rulings that hold
 * @param merges what senders say of their own client numbers
 * @param links current links
 * @param comparisons comparisons that hold
 */
public record Known(
        List<ClientIdentifiers> records,
        List<Ruling> rulings,
        ClientMerges merges,
        List<ClientLink> links,
        List<Comparison> comparisons) {

    /** The canonical fields that linkage looks at; of stays and programs those that tell whom a victim-service provider serves. */
    public static final Reads READS = new Reads(
            Set.of("client_record.first_name", "client_record.last_name", "client_record.birth_date"),
            Set.of(
                    "client_record.middle_name",
                    "client_record.name_suffix",
                    "client_record.name_quality",
                    "client_record.ssn",
                    "client_record.ssn_quality",
                    "client_record.birth_date_quality",
                    "client_record.phone",
                    "client_record.other_id",
                    "client_record.identifiers_hashed",
                    "client_merge.surviving_key",
                    "client_merge.merged_key",
                    "enrollment.client_key",
                    "enrollment.program_key",
                    "program.organization_key",
                    "organization.victim_service_provider"));

    public Known {
        records = List.copyOf(records);
        rulings = List.copyOf(rulings);
        links = List.copyOf(links);
        comparisons = List.copyOf(comparisons);
    }
}
