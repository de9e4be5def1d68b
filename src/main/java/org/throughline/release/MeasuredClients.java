package org.throughline.release;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.canonical.Reads;

/**
 * The latest finished measure run as it concerns one provider.
 *
 * @param stale true where linkage or a ruling has moved on since the run
 * @param observed per kind of source, the senders whose feeds have a watermark, without victim-service providers
 * @param events one index event per client and measure: the newest version, and the latest index event
 */
public record MeasuredClients(long run, boolean stale, Map<String, Set<String>> observed, List<IndexEvent> events) {

    /** The canonical fields that release looks at, besides what measures found. */
    public static final Reads READS = new Reads(
            Set.of("enrollment.client_key"),
            Set.of(
                    "enrollment.program_key",
                    "program.organization_key",
                    "organization.victim_service_provider",
                    "client_record.birth_date",
                    "client_record.birth_date_quality",
                    "client_record.death_date",
                    "client_merge.surviving_key",
                    "client_merge.merged_key",
                    "consent.client_key",
                    "consent.recipient",
                    "consent.data_classes",
                    "consent.purpose",
                    "consent.signed_on",
                    "consent.effective_from",
                    "consent.expires_on",
                    "consent.revoked_at"));

    public MeasuredClients {
        observed = Map.copyOf(observed);
        events = List.copyOf(events);
    }
}
