package org.throughline.telemetry;

import java.util.Optional;

/**
 * Where the hub tells how it is.
 *
 * @param host address to listen at; loopback unless the operator says otherwise
 * @param port port to listen at; 0 for any free one
 * @param token what who asks must show; nothing where empty, which is for loopback only
 */
public record MonitorSetting(String host, int port, Optional<String> token) {
    /** Hides the token. */
    @Override
    public String toString() {
        return host + ":" + port + " [REDACTED]";
    }
}
