package org.throughline.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.throughline.retention.RetentionDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Counts what a purge would remove. */
@Command(
        name = "due",
        description =
                "Count what a purge would remove, by submission and kind, and say why the rest stays. Everything is tried"
                        + " and taken back; nothing is removed.")
final class RetentionDueCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Option(names = "--on", paramLabel = "DAY", description = "What would be due on this day; today unless you say so.")
    private Optional<LocalDate> on = Optional.empty();

    @Mixin
    private JsonOption options;

    RetentionDueCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        RetentionDesk desk = parts.retention();
        RetentionDesk.Forecast forecast = desk.forecast(on.orElseGet(desk::today));
        console.answer(
                options.json(), RetentionDocuments.document(forecast).map(), () -> RetentionDocuments.lines(forecast));
        return ExitCode.OK.number();
    }
}
