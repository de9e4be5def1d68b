package org.throughline.release;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The latest finished measure run as it concerns one provider.
 *
 * @param stale true where linkage or a ruling has moved on since the run
 * @param observed per kind of source, the senders whose feeds have a watermark, without victim-service providers
 * @param events one index event per client and measure: the newest version, and the latest index event
 */
public record MeasuredClients(long run, boolean stale, Map<String, Set<String>> observed, List<IndexEvent> events) {

    public MeasuredClients {
        observed = Map.copyOf(observed);
        events = List.copyOf(events);
    }
}
