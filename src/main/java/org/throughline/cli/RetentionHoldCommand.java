package org.throughline.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.throughline.intake.FeedId;
import org.throughline.linkage.ClientRef;
import org.throughline.retention.Hold;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Places a legal hold. */
@Command(
        name = "hold",
        description =
                "Place a legal hold: what it covers is kept, whatever its retention says, until the hold is lifted.")
final class RetentionHoldCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @ArgGroup(multiplicity = "1")
    private What what;

    @Option(names = "--reason", required = true, description = "Why, such as the case; no personal value.")
    private String reason;

    @Mixin
    private JsonOption options;

    RetentionHoldCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    /** What is held. */
    private static final class What {
        @Option(names = "--sender", description = "All that this sender sent.")
        private Optional<String> sender = Optional.empty();

        @Option(names = "--feed", converter = FeedIdText.class, description = "All of a feed, such as acme/visits.")
        private Optional<FeedId> feed = Optional.empty();

        @Option(names = "--submission", paramLabel = "SENDER/NUMBER", description = "One file, such as acme/12.")
        private Optional<String> submission = Optional.empty();

        @Option(
                names = "--client",
                paramLabel = "SENDER/KEY",
                converter = ClientRefText.class,
                description = "Every file that tells of this client, by the sender's own client id.")
        private Optional<ClientRef> client = Optional.empty();

        private Hold.Scope scope() {
            if (feed.isPresent()) {
                return scope(feed.get().sender(), Optional.of(feed.get().name()), Optional.empty());
            }
            if (submission.isPresent()) {
                String[] words = submission.get().split("/", 2);
                if (words.length < 2 || !words[1].matches("\\d{1,18}")) {
                    throw new StopException(
                            ExitCode.USAGE, "A submission is named by sender and number, such as acme/12.");
                }
                return scope(words[0], Optional.empty(), Optional.of(Long.valueOf(words[1])));
            }
            return client.map(ref ->
                            new Hold.Scope(ref.sender(), Optional.empty(), Optional.empty(), Optional.of(ref.key())))
                    .orElseGet(() -> scope(sender.orElseThrow(), Optional.empty(), Optional.empty()));
        }

        private static Hold.Scope scope(String sender, Optional<String> feed, Optional<Long> submission) {
            return new Hold.Scope(sender, feed, submission, Optional.empty());
        }
    }

    @Override
    public Integer call() {
        Hold.Scope scope = what.scope();
        long number = parts.retention().hold(scope, reason);
        console.answer(
                options.json(),
                Document.of("hold", number).with("scope", scope.toString()).map(),
                () -> List.of("Legal hold " + number + " keeps " + scope + " until retention lift " + number + "."));
        return ExitCode.OK.number();
    }
}
