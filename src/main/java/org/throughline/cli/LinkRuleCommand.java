package org.throughline.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.throughline.linkage.Ruling;
import org.throughline.linkage.RulingKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A person's ruling on two client records. */
@Command(
        name = "rule",
        description = "Rule that two client records are always or never the same client, or revoke the ruling. A ruling"
                + " overrides every rule and holds until it is revoked; link run applies it.")
final class LinkRuleCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Mixin
    private ClientRefs records;

    @Parameters(index = "2", paramLabel = "RULING", description = "always, never or revoke.")
    private Word word;

    @Option(names = "--reason", required = true, description = "Why, for the audit ledger; no personal value.")
    private String reason;

    @Mixin
    private JsonOption options;

    LinkRuleCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    /** What can be ruled. */
    enum Word {
        ALWAYS,
        NEVER,
        REVOKE
    }

    @Override
    public Integer call() {
        Ruling ruling = ruling().orElseThrow(() -> new StopException(ExitCode.NOT_FOUND, missing()));
        boolean holds = word != Word.REVOKE;
        Document document = Document.of("ruling", ruling.number())
                .with("kind", ruling.kind().word())
                .with("holds", holds)
                .with("author", ruling.author());
        console.answer(
                options.json(),
                document.map(),
                () -> List.of("Ruling " + ruling.number() + " (" + ruling.kind().word() + ") "
                        + (holds ? "holds" : "no longer holds") + ". Run link run to apply it."));
        return ExitCode.OK.number();
    }

    private Optional<Ruling> ruling() {
        return word == Word.REVOKE
                ? parts.rulings().revoke(records.pair(), reason)
                : parts.rulings().make(RulingKind.of(word.name()), records.pair(), reason);
    }

    private String missing() {
        return word == Word.REVOKE
                ? "There is no ruling on these two client records that holds."
                : "The hub does not know both client records. Check each sender and the sender's own client id.";
    }
}
