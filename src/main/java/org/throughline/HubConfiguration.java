package org.throughline;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.throughline.route.ChannelSetting;
import org.throughline.route.MailSetting;
import org.throughline.route.RouteSetting;
import org.throughline.telemetry.MonitorSetting;
import org.throughline.telemetry.TraceSetting;

/**
 * How this hub is set up. Secrets come from files only and are never printed.
 *
 * @param home folder of the embedded database, originals, secrets, logs and throughline.yaml
 * @param server the PostgreSQL server to use; the embedded one where empty
 * @param rolePrefix prefix of this hub's database roles; roles are cluster-wide
 * @param zone zone of the hub's own civil days, by which agreements end
 * @param poolSize most connections that the hub holds at once
 * @param drop where the hub's own SFTP server listens
 * @param http how the hub listens for HTTP
 * @param node name of this process among those that serve the same database
 * @param mail the server that takes notices; without it none are sent
 * @param watch how the hub is watched
 */
public record HubConfiguration(
        Path home,
        Optional<Server> server,
        String rolePrefix,
        ZoneId zone,
        int poolSize,
        Listening drop,
        Http http,
        String node,
        Optional<MailSetting> mail,
        Watch watch) {

    /** Where the hub tells how it is, and where its traces go; without a place they go nowhere. */
    public record Watch(MonitorSetting monitor, Optional<TraceSetting> traces) {}

    /** What routes need to know of their surroundings. */
    RouteSetting routes(Optional<Path> routes, Clock clock, ChannelSetting channels) {
        return new RouteSetting(spool(), home.resolve("sealed"), routes, clock, channels, any -> true);
    }

    /** Where files on their way in stand; each node has a place of its own. */
    Path spool() {
        return LogForm.own(home.resolve("spool"), node);
    }

    /**
     * How the hub listens for HTTP.
     *
     * @param certificate PEM file with the certificate and its chain, where the hub itself speaks TLS
     * @param key PEM file with the private key of the certificate
     */
    public record Http(Listening at, Optional<Path> certificate, Optional<Path> key) {}

    /** An address and a port to listen at. */
    public record Listening(String host, int port) {}

    /**
     * A PostgreSQL server outside the hub.
     *
     * @param hub login for the hub's daily work; needs membership in the hub's role only
     * @param owner login that owns the schema, for migrations and set-up; often the same
     */
    public record Server(String url, Login hub, Login owner) {}

    /** A database login. */
    public record Login(String user, String password) {
        /** Hides the password. */
        @Override
        public String toString() {
            return user + " [REDACTED]";
        }
    }
}
