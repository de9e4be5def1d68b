package org.throughline.drop;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.global.KeepAliveHandler;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.global.NoMoreSessionsHandler;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** Puts the library's server together: everything that it could do besides SFTP by public key is taken out. */
final class ServerParts {
    private static final int ATTEMPTS = 6;
    private static final int CHANNELS = 4;
    private static final int OLDEST_VERSION = 3;

    private final DropSetting setting;
    private final Function<String, Optional<DropHome>> homes;

    ServerParts(DropSetting setting, Function<String, Optional<DropHome>> homes) {
        this.setting = setting;
        this.homes = homes;
    }

    SshServer make() {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost(setting.host());
        server.setPort(setting.port());
        Algorithms.settle(server);
        limit(server);
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        server.setPasswordAuthenticator(null);
        server.setKeyboardInteractiveAuthenticator(null);
        server.setHostBasedAuthenticator(null);
        server.setGSSAuthenticator(null);
        server.setPublickeyAuthenticator((user, key, session) -> mayLogIn(user, key));
        server.setShellFactory(null);
        server.setCommandFactory(null);
        server.setAgentFactory(null);
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setGlobalRequestHandlers(List.of(new KeepAliveHandler(), new NoMoreSessionsHandler()));
        server.setChannelFactories(List.of(new SessionChannels()));
        server.setSubsystemFactories(List.of(new Sftp()));
        server.setFileSystemFactory(new VirtualFileSystemFactory() {
            @Override
            public java.nio.file.Path getUserHomeDir(SessionContext session) {
                return home(session.getUsername()).folder();
            }
        });
        server.addSessionListener(new Gate(server));
        return server;
    }

    private void limit(SshServer server) {
        DropSetting.Limits limits = setting.limits();
        CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "Throughline");
        CoreModuleProperties.AUTH_TIMEOUT.set(server, limits.authentication());
        CoreModuleProperties.IDLE_TIMEOUT.set(server, limits.idle());
        CoreModuleProperties.NIO2_READ_TIMEOUT.set(server, limits.idle().plus(limits.authentication()));
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, ATTEMPTS);
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, limits.sessionsPerPartner());
        CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(server, CHANNELS);
        SftpModuleProperties.MAX_OPEN_HANDLES_PER_SESSION.set(server, limits.handles());
        SftpModuleProperties.SFTP_VERSION.set(server, OLDEST_VERSION);
        SftpModuleProperties.AUTO_FOLLOW_LINKS.set(server, false);
    }

    private boolean mayLogIn(String user, PublicKey key) {
        Optional<DropHome> home = homes.apply(user);
        boolean opens = home.filter(known -> known.opensFor(key)).isPresent();
        if (!opens) {
            home.ifPresent(DropHome::refusedLogin);
        }
        return opens;
    }

    private DropHome home(String user) {
        return homes.apply(user).orElseThrow(() -> new IllegalStateException("The account is gone."));
    }

    /** Closes connections beyond the limits before they say a word. */
    private final class Gate implements SessionListener {
        private final SshServer server;

        Gate(SshServer server) {
            this.server = server;
        }

        @Override
        public void sessionEstablished(Session session) {
            long strangers = server.getActiveSessions().stream()
                    .filter(one -> !one.isAuthenticated())
                    .count();
            if (strangers > setting.limits().strangers()
                    || server.getActiveSessions().size() > setting.limits().sessions()) {
                session.close(true);
            }
        }
    }

    private static final class SessionChannels implements ChannelFactory {
        @Override
        public String getName() {
            return "session";
        }

        @Override
        public Channel createChannel(Session session) {
            return new DropChannel();
        }
    }

    private final class Sftp extends SftpSubsystemFactory {
        @Override
        public Command createSubsystem(ChannelSession channel) {
            DropHome home = home(channel.getSession().getUsername());
            SftpSubsystemFactory own = new SftpSubsystemFactory();
            own.setFileSystemAccessor(new DropFiles(home));
            own.setErrorStatusDataHandler(new Answers());
            return new DropSubsystem(channel, own, home);
        }
    }
}
