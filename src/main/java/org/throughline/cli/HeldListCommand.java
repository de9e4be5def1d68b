package org.throughline.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.throughline.intake.FeedId;
import org.throughline.intake.HeldRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists held and waiting records, without any cell. */
@Command(name = "list", description = "List held and waiting records, newest submission first. Shows no cell.")
final class HeldListCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Option(names = "--feed", paramLabel = "FEED", converter = FeedIdText.class, description = "Only of this feed.")
    private Optional<FeedId> feed = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100", description = "At most so many (default 100).")
    private int limit;

    @Mixin
    private JsonOption options;

    HeldListCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<HeldRecord> held = parts.heldDesk().list(feed, limit);
        Document document = Document.of(
                "records",
                held.stream().map(one -> HeldDocuments.document(one, false)).toList());
        console.answer(options.json(), document.map(), () -> lines(held));
        return ExitCode.OK.number();
    }

    private static List<String> lines(List<HeldRecord> held) {
        return held.isEmpty()
                ? List.of("Nothing is held and nothing waits.")
                : held.stream()
                        .flatMap(one -> HeldDocuments.lines(one, false).stream())
                        .toList();
    }
}
