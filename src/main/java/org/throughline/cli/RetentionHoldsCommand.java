package org.throughline.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.throughline.retention.Hold;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists legal holds. */
@Command(
        name = "holds",
        description =
                "List all legal holds: what, why, since when and by whom; lifted ones last. A look at a client's is in the audit ledger.")
final class RetentionHoldsCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Mixin
    private JsonOption options;

    RetentionHoldsCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Hold> holds = parts.retention().holds();
        console.answer(
                options.json(),
                Document.of(
                                "holds",
                                holds.stream()
                                        .map(RetentionHoldsCommand::document)
                                        .toList())
                        .map(),
                () -> Stream.concat(
                                holds.stream().map(RetentionHoldsCommand::line),
                                Stream.of(Counted.of(holds.size(), "legal hold") + "."))
                        .toList());
        return ExitCode.OK.number();
    }

    private static Map<String, Object> document(Hold hold) {
        return Document.of("hold", hold.number())
                .with("sender", hold.scope().sender())
                .with("feed", hold.scope().feed())
                .with("submission", hold.scope().submission())
                .with("client", hold.scope().client())
                .with("reason", hold.reason())
                .with("since", hold.since().toString())
                .with("by", hold.by())
                .with("lifted_at", hold.lifted().map(lifting -> lifting.at().toString()))
                .with("lifted_by", hold.lifted().map(Hold.Lifting::by))
                .with("lift_reason", hold.lifted().map(Hold.Lifting::reason))
                .map();
    }

    private static String line(Hold hold) {
        return hold.number() + "  " + hold.scope()
                + hold.scope().client().map(key -> " (" + key + ")").orElse("") + "  since " + hold.since() + " by "
                + hold.by() + ": " + hold.reason()
                + hold.lifted()
                        .map(lifting -> "  lifted " + lifting.at() + " by " + lifting.by() + ": " + lifting.reason())
                        .orElse("");
    }
}
