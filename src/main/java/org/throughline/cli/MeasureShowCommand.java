package org.throughline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.throughline.measure.MeasureValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the values of the latest run. */
@Command(name = "show", description = "Show the values of the latest run, for the hub's staff: nothing is suppressed.")
final class MeasureShowCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Option(names = "--provider", description = "Only of this provider.")
    private String provider = "";

    @Option(names = "--measure", description = "Only this measure, such as hl.return_ph_180d.")
    private String measure = "";

    @Mixin
    private JsonOption options;

    MeasureShowCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<MeasureValue> values = parts.measured().latest().stream()
                .filter(value -> provider.isEmpty() || value.sender().equals(provider))
                .filter(value -> measure.isEmpty() || value.measure().id().equals(measure))
                .toList();
        Document document = Document.of("values", MeasureDocuments.documents(values));
        console.answer(
                options.json(),
                document.map(),
                () -> values.isEmpty()
                        ? List.of("There are no values. measure compute makes them.")
                        : MeasureDocuments.lines(values));
        return ExitCode.OK.number();
    }
}
