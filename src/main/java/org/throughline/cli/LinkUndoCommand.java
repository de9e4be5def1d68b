package org.throughline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.throughline.linkage.LinkageResult;
import org.throughline.linkage.Ruling;
import org.throughline.linkage.RulingKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Undoes a wrong link at once and for good. */
@Command(
        name = "undo",
        description =
                "Undo a wrong link: rules never on the pair and links anew at once. It stays undone until the ruling is"
                        + " revoked; measures and outcome files follow with their next run.")
final class LinkUndoCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Mixin
    private ClientRefs records;

    @Option(names = "--reason", required = true, description = "Why, for the audit ledger; no personal value.")
    private String reason;

    @Mixin
    private JsonOption options;

    LinkUndoCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        Ruling ruling = parts.rulings()
                .make(RulingKind.NEVER, records.pair(), reason)
                .orElseThrow(() -> new StopException(
                        ExitCode.NOT_FOUND,
                        "The hub does not know both client records. Check each sender and the sender's own"
                                + " client id."));
        LinkageResult result = parts.linkage().run(parts.clock());
        Document document = Document.of("ruling", ruling.number()).with("linkage", LinkRunCommand.document(result));
        console.answer(options.json(), document.map(), () -> lines(ruling, result));
        return ExitCode.OK.number();
    }

    private static List<String> lines(Ruling ruling, LinkageResult result) {
        List<String> lines = new ArrayList<>();
        lines.add("Ruling " + ruling.number() + " (never) holds.");
        lines.addAll(LinkRunCommand.lines(result));
        lines.add("Run measure compute and outcome send to correct what was told.");
        return lines;
    }
}
