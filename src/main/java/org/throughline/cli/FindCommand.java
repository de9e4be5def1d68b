package org.throughline.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.throughline.find.Found;
import org.throughline.find.Sought;
import org.throughline.intake.FeedId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One search box for submissions, records and clients. */
@Command(
        name = "find",
        description =
                "Find a submission, a record or a client by what you have of it: the number of a submission, a file's name or"
                        + " its beginning, a SHA-256 or its first 8 digits, a record key, a row as held list prints it, a sender's client"
                        + " number, a joint client id. Shows no personal value unless told; a look that tells of a person is in the"
                        + " audit ledger.")
final class FindCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Parameters(paramLabel = "TEXT", description = "What you have of it.")
    private String text;

    @Option(names = "--sender", paramLabel = "SENDER", description = "Only what this sender sent.")
    private Optional<String> sender = Optional.empty();

    @Option(names = "--feed", paramLabel = "FEED", converter = FeedIdText.class, description = "Only of this feed.")
    private Optional<FeedId> feed = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "At most so many of each kind (default 20).")
    private int limit;

    @Option(
            names = "--show",
            description = "Show the fields of records and every sender's client number; needs --reason.")
    private boolean show;

    @Option(
            names = "--reason",
            paramLabel = "WHY",
            description = "Why you look, for the audit ledger; no personal value.")
    private Optional<String> reason = Optional.empty();

    @Mixin
    private JsonOption options;

    FindCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        Sought sought = sought();
        Found found =
                show ? parts.findDesk().show(sought, why()) : parts.findDesk().find(sought, reason);
        if (found.isEmpty()) {
            throw new StopException(
                    ExitCode.NOT_FOUND,
                    "Nothing was found for a text of " + sought.shape().words() + ", looked up as "
                            + String.join(", ", sought.shape().lookedUpAs()) + "."
                            + (sought.onlySender().isPresent() ? " Try without --sender and --feed." : ""));
        }
        FindDocuments documents = new FindDocuments(found);
        console.answer(options.json(), documents.document(), documents::lines);
        return ExitCode.OK.number();
    }

    private Sought sought() {
        if (text.isBlank() || limit < 1) {
            throw new StopException(ExitCode.USAGE, "Say what to look for, and a limit of 1 or more.");
        }
        return new Sought(text, sender, feed, limit);
    }

    private String why() {
        return reason.filter(given -> !given.isBlank())
                .orElseThrow(() -> new StopException(
                        ExitCode.USAGE, "--show needs --reason: why you look stands in the audit ledger."));
    }
}
