package org.throughline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.throughline.release.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says, for the hub's staff only, what a provider would be told about a client and why. */
@Command(
        name = "explain",
        description =
                "Say what a provider would be told about a client now, and why; the look is in the audit ledger. The"
                        + " reasons never go to the provider.")
final class OutcomeExplainCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Parameters(index = "0", paramLabel = "PROVIDER", description = "The provider.")
    private String provider;

    @Parameters(index = "1", paramLabel = "CLIENT", description = "The provider's own client id.")
    private String clientKey;

    @Mixin
    private JsonOption options;

    OutcomeExplainCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Explanation> found = parts.outcomes().explain(provider, clientKey);
        if (found.isEmpty()) {
            throw new StopException(
                    ExitCode.NOT_FOUND,
                    "No measure tells about this client of " + provider
                            + ". Check the provider and its own client id, and that measures are computed.");
        }
        Document document = Document.of(
                "rows", found.stream().map(OutcomeExplainCommand::document).toList());
        console.answer(options.json(), document.map(), () -> lines(found));
        return ExitCode.OK.number();
    }

    private static Map<String, Object> document(Explanation row) {
        return Document.of("measure", row.measure())
                .with("version", row.version())
                .with("index_date", row.indexDate().toString())
                .with("status", row.status().name())
                .with("reason", row.reason().map(reason -> reason.name().toLowerCase(Locale.ROOT)))
                .with("agreements", row.agreements())
                .with("policy_rules", row.policyRules())
                .with("consents", row.consents())
                .map();
    }

    private static List<String> lines(List<Explanation> found) {
        List<String> lines = new ArrayList<>();
        for (Explanation row : found) {
            lines.add(row.measure() + ", service ended " + row.indexDate() + ": " + row.status()
                    + row.reason()
                            .map(reason -> " because of " + reason.name().toLowerCase(Locale.ROOT))
                            .orElse("")
                    + (row.agreements().isEmpty()
                            ? ""
                            : ", under " + String.join(", ", row.agreements()) + " and "
                                    + String.join(", ", row.policyRules())));
        }
        return lines;
    }
}
