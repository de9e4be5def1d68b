package org.throughline.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.throughline.linkage.LinkageCounts;
import org.throughline.linkage.LinkageResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Links all client records anew. */
@Command(name = "run", description = "Link all client records anew; a second run with nothing new writes nothing.")
final class LinkRunCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Mixin
    private JsonOption options;

    LinkRunCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        LinkageResult result = parts.linkage().run(parts.clock());
        console.answer(options.json(), document(result), () -> lines(result));
        return ExitCode.OK.number();
    }

    static Map<String, Object> document(LinkageResult result) {
        LinkageCounts counts = result.counts();
        return Document.of("model", result.model())
                .with("records", counts.records())
                .with("linked", counts.linked())
                .with("unsearchable", counts.unsearchable())
                .with("in_review", counts.inReview())
                .with("skipped_blocks", counts.skippedBlocks())
                .with("links_changed", result.linksChanged())
                .with("clients_retired", result.clientsRetired())
                .map();
    }

    static List<String> lines(LinkageResult result) {
        LinkageCounts counts = result.counts();
        return List.of(
                Counted.of(counts.records(), "client record") + " looked at: " + counts.linked()
                        + " linked to another sender's, " + counts.unsearchable() + " with too few identifiers, "
                        + Counted.of(counts.inReview(), "pair") + " in review.",
                Counted.of(result.linksChanged(), "link") + " changed.");
    }
}
