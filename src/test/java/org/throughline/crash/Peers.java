package org.throughline.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import org.throughline.demo.PartnerServer;

/** Partners of a night who are reached by SFTP, over a line that may be cut; what they hold stands where it does otherwise. */
final class Peers implements Reach, AutoCloseable {
    private static final List<String> SFTP = List.of("bridgeway", "harborlight", "northstar");

    private final KeyPair key = PartnerServer.newKey();
    private final Path keyFile;
    private final Path hostKey;
    private final PartnerServer server;
    private final Line line;

    private Peers(PartnerServer server, Path folder) throws IOException {
        this.server = server;
        this.keyFile = folder.resolve("hub_ed25519");
        this.hostKey = folder.resolve("host.pub");
        this.line = new Line(server.port(), Line.Trouble.CUT);
    }

    /** Partners whose folders are below this home; keys are written into the other folder. */
    static Peers start(Path home, Path folder) throws IOException {
        Files.createDirectories(folder);
        PartnerServer server = PartnerServer.start(home.resolve("partners"));
        Peers peers = new Peers(server, folder);
        PartnerServer.writeKey(peers.key, peers.keyFile);
        Files.writeString(peers.hostKey, server.hostKey() + "\n");
        SFTP.forEach(partner -> server.open(partner, peers.key.getPublic()));
        return peers;
    }

    @Override
    public Optional<String> account(String partner) {
        if (!SFTP.contains(partner)) {
            return Optional.empty();
        }
        String completion = partner.equals("harborlight") ? "done_file" : "rename";
        return Optional.of("account: {transport: sftp, host: 127.0.0.1, port: " + line.port() + ", username: " + partner
                + ", host_key: '" + hostKey + "', key_file: '" + keyFile + "', folder: /, completion: " + completion
                + "}\n");
    }

    /** The line to the SFTP server. */
    Line line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        line.close();
        server.close();
    }
}
