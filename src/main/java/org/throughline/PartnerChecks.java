package org.throughline;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.cli.Check;
import org.throughline.cli.Check.Finding;
import org.throughline.mapping.Diagnostic;
import org.throughline.setup.ChannelEntry;
import org.throughline.setup.Partner;
import org.throughline.setup.PartnerAccount;
import org.throughline.setup.RouteCatalog;

/** Looks at the partners that are set up: their key files and, where asked, whether their accounts answer. */
final class PartnerChecks {
    private static final int PATIENCE_MILLIS = 5_000;

    private final List<Partner> partners;
    private final RouteCatalog routes;
    private final boolean network;
    private final Clock clock;

    PartnerChecks(List<Partner> partners, RouteCatalog routes, boolean network, Clock clock) {
        this.partners = partners;
        this.routes = routes;
        this.network = network;
        this.clock = clock;
    }

    List<Check> all() {
        List<Check> checks = new ArrayList<>();
        for (Partner partner : partners) {
            partner.account().ifPresent(account -> {
                account.keyFile().ifPresent(file -> checks.add(() -> secret("key " + partner.sender(), Path.of(file))));
                checks.add(() -> account(partner, account));
                account.openPgp()
                        .ifPresent(
                                openPgp -> checks.add(() -> new OpenPgpCheck(partner.sender(), openPgp, clock).run()));
            });
            partner.channels().forEach(channel -> checks.add(() -> channel(partner, channel)));
        }
        return checks;
    }

    /** Whether reviewed files could be applied as they are now. */
    static Finding files(List<Diagnostic> wrong) {
        return wrong.isEmpty()
                ? Finding.ok("set-up files", "The reviewed files can be applied.")
                : Finding.warn(
                        "set-up files",
                        wrong.size() + " problems stand in the reviewed files.",
                        "Run partner check to see them.");
    }

    /** The first thing that is wrong with a channel's secrets. */
    private Finding channel(Partner partner, ChannelEntry channel) {
        String name = "channel " + partner.sender() + "/" + channel.name();
        if (!routes.has(channel.route())) {
            return Finding.fail(
                    name, "Its route " + channel.route() + " is not installed.", "Correct the channel and apply it.");
        }
        return routes.secrets(channel).stream()
                .map(file -> secret(name, file))
                .filter(finding -> finding.verdict() != Check.Verdict.OK)
                .findFirst()
                .orElse(Finding.ok(name, "Its route is installed and its secrets are there, for the hub alone."));
    }

    private static Finding secret(String name, Path file) {
        try {
            Optional<String> refusal = Files.isReadable(file)
                    ? SecretFiles.refusal(file)
                    : Optional.of("The file " + file.getFileName() + " of the secret cannot be read.");
            return refusal.map(fact -> Finding.fail(name, fact, "Put the secret there, with mode 0600."))
                    .orElse(Finding.ok(name, "The secret is there, for the hub alone."));
        } catch (IOException unreadable) {
            return Finding.fail(
                    name, "The mode of the secret cannot be told.", "Put the secret there, with mode 0600.");
        }
    }

    private Finding account(Partner partner, PartnerAccount account) {
        String name = "account " + partner.sender();
        if (account.transport().equals("drop")) {
            int keys = account.drop().map(drop -> drop.publicKeys().size()).orElse(0);
            return Finding.ok(name, "A home at the drop server, opened by " + keys + (keys == 1 ? " key." : " keys."));
        }
        if (account.transport().equals("folder")) {
            return Files.isWritable(Path.of(account.folder()))
                    ? Finding.ok(name, "The folder is there and can be written.")
                    : Finding.fail(
                            name, "The folder is not there or cannot be written.", "Make it: " + account.folder());
        }
        return network
                ? answers(name, account)
                : Finding.ok(name, "An SFTP account; not tried. doctor --network tries it.");
    }

    private static Finding answers(String name, PartnerAccount account) {
        String host = account.host().orElse("");
        int port = account.port().orElse(0);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            return Finding.ok(name, host + ":" + port + " answers.");
        } catch (IOException silent) {
            return Finding.fail(
                    name,
                    host + ":" + port + " does not answer.",
                    "Ask the partner whether the server runs and lets this machine in.");
        }
    }
}
