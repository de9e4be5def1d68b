package org.throughline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.throughline.measure.MeasureResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Computes all measures anew. */
@Command(name = "compute", description = "Compute all measures for all providers, as one run.")
final class MeasureComputeCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Mixin
    private JsonOption options;

    MeasureComputeCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        MeasureResult result = parts.measures().run(parts.clock());
        Document document = Document.of("run", result.run())
                .with("index_events", result.indexEvents())
                .with("values", MeasureDocuments.documents(result.values()));
        console.answer(options.json(), document.map(), () -> lines(result));
        return ExitCode.OK.number();
    }

    private static List<String> lines(MeasureResult result) {
        List<String> lines = new ArrayList<>(MeasureDocuments.lines(result.values()));
        lines.add("Run " + result.run() + ": " + Counted.of(result.indexEvents(), "index event") + ".");
        return lines;
    }
}
