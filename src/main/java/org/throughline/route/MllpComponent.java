package org.throughline.route;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * Makes the hub's own MLLP listener known to routes, as {@code hub-mllp}. Camel's own keeps whole messages in memory, lets a
 * slow peer hold a connection for good, drops what follows a message in the same packet, and tells nobody.
 */
final class MllpComponent extends DefaultComponent {
    static final String SCHEME = "hub-mllp";

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        MllpEndpoint endpoint = new MllpEndpoint(uri, this);
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
