package org.throughline.setup;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A further way on which a partner's data comes in or goes out, as its reviewed file describes it.
 *
 * @param name unique within the partner
 * @param route template in routes/
 * @param feed the partner's feed that it fills
 * @param parameters what the template needs to know; of secrets, the files that hold them
 */
public record ChannelEntry(String name, String route, Optional<String> feed, Map<String, String> parameters) {

    public ChannelEntry {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
}
