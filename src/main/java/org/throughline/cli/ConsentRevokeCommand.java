package org.throughline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.throughline.setup.ConsentStore.Revoked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Revokes a client's consents from this instant on. */
@Command(
        name = "revoke",
        description = "Revoke a client's consents to a recipient from this instant on; with an audit entry.")
final class ConsentRevokeCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Mixin
    private ConsentParties parties;

    @Option(names = "--reason", required = true, description = "Why, for the audit ledger; no personal value.")
    private String reason;

    @Mixin
    private JsonOption options;

    ConsentRevokeCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Revoked> revoked =
                parts.consents().revoke(parties.provider(), parties.clientKey(), parties.recipient(), reason);
        Document document = Document.of(
                "revoked", revoked.stream().map(ConsentRevokeCommand::document).toList());
        console.answer(options.json(), document.map(), () -> lines(revoked));
        return ExitCode.OK.number();
    }

    private static Map<String, Object> document(Revoked revoked) {
        return Document.of("consent", revoked.consent())
                .with("from_feed", revoked.fromFeed())
                .map();
    }

    private static List<String> lines(List<Revoked> revoked) {
        List<String> lines = new ArrayList<>();
        revoked.forEach(one -> lines.add("Consent " + one.consent() + " is revoked."));
        if (revoked.stream().anyMatch(Revoked::fromFeed)) {
            lines.add(
                    "A feed brought it: have the sender send the revocation too, or its next file may state the consent"
                            + " again.");
        }
        return lines;
    }
}
