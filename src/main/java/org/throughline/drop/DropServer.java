package org.throughline.drop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.server.SshServer;
import org.throughline.intake.DropAccount;
import org.throughline.intake.FeedEvent;
import org.throughline.intake.FeedEvents;
import org.throughline.problem.ProblemCode;
import org.throughline.route.PartnerFolders;

/**
 * The hub's own SFTP server: public keys only, one closed home per partner, nothing but SFTP. Accounts come and go while it
 * runs; a session whose account changed ends.
 */
public final class DropServer implements AutoCloseable {
    private static final int SHORTEST_RSA = 3_072;

    private final DropSetting setting;
    private final FeedEvents events;
    private final SshServer server;
    private final HostKey hostKey;
    private volatile Map<String, DropHome> homes = Map.of();

    private DropServer(DropSetting setting, FeedEvents events, HostKey hostKey) {
        this.setting = setting;
        this.events = events;
        this.hostKey = hostKey;
        this.server = new ServerParts(setting, this::home).make();
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey.pair()));
    }

    /** Starts a server with these accounts; its host key is made where there is none yet. */
    public static DropServer start(DropSetting setting, List<DropAccount> accounts, FeedEvents events) {
        try {
            DropServer started = new DropServer(setting, events, HostKey.keptIn(setting.hostKey()));
            started.server.start();
            started.open(accounts);
            return started;
        } catch (IOException ours) {
            throw new UncheckedIOException(
                    "The drop server cannot start at " + setting.host() + ":" + setting.port() + ".", ours);
        }
    }

    /** Opens exactly these accounts from now on. */
    public synchronized void open(List<DropAccount> accounts) {
        Map<String, DropHome> opened = new HashMap<>();
        for (DropAccount account : accounts) {
            Optional<DropHome> before =
                    home(account.sender()).filter(home -> home.account().equals(account));
            opened.put(account.sender(), before.orElseGet(() -> made(account)));
        }
        Map<String, DropHome> earlier = homes;
        homes = Map.copyOf(opened);
        for (Session session : server.getActiveSessions()) {
            Optional<String> user = Optional.ofNullable(session.getUsername());
            if (user.isPresent() && earlier.get(user.get()) != homes.get(user.get())) {
                session.close(true);
            }
        }
    }

    private Optional<DropHome> home(String sender) {
        return Optional.ofNullable(homes.get(sender));
    }

    private DropHome made(DropAccount account) {
        PartnerFolders.make(account.folder());
        Refusals refusals = new Refusals(account.sender(), events, setting.clock());
        Allowance allowance = new Allowance(account.quota(), setting.limits().files(), refusals);
        return new DropHome(account, keys(account), refusals, allowance);
    }

    private List<PublicKey> keys(DropAccount account) {
        List<PublicKey> keys = new ArrayList<>();
        for (String line : account.publicKeys()) {
            Optional<PublicKey> key = key(line);
            key.ifPresent(keys::add);
            if (key.isEmpty()) {
                events.record(FeedEvent.of(
                        setting.clock().instant(),
                        account.sender(),
                        ProblemCode.DROP_REFUSED,
                        "A public key in the partner file of " + account.sender()
                                + " cannot be used: it cannot be read, or it is an RSA key of less than " + SHORTEST_RSA
                                + " bits."));
            }
        }
        return keys;
    }

    private static Optional<PublicKey> key(String line) {
        try {
            PublicKey key = PublicKeyEntry.parsePublicKeyEntry(line).resolvePublicKey(null, null, null);
            boolean weak = key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA;
            return weak ? Optional.empty() : Optional.ofNullable(key);
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Port that the server listens at. */
    public int port() {
        return server.getPort();
    }

    /** The key that partners pin. */
    public HostKey hostKey() {
        return hostKey;
    }

    /** Stops at once; what a partner had not completed is sent again by the partner. */
    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }
}
