package org.throughline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.throughline.intake.Nothings.Period;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** States that a feed has nothing to report. */
@Command(
        name = "nothing",
        description =
                "State that a feed has nothing to report for a period; it counts as an answer now. A real file still"
                        + " counts.")
final class FeedNothingCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Mixin
    private FeedOrder order;

    @Option(
            names = "--for",
            required = true,
            paramLabel = "PERIOD",
            converter = PeriodText.class,
            description = "The period, such as 2026-10, 2026-10-05 or 2026-10-05..2026-10-11.")
    private Period period;

    @Option(names = "--withdraw", description = "Take back what was stated for this period.")
    private boolean withdraw;

    FeedNothingCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (withdraw) {
            parts.nothings().withdraw(order.feed(), period, order.reason());
        } else {
            parts.nothings().state(order.feed(), period, order.reason());
        }
        return order.answer(console, withdraw ? "withdrawn" : "nothing_to_report", List.of(line()));
    }

    private String line() {
        return withdraw
                ? "It is no longer stated that " + order.feed() + " has nothing to report for " + period + "."
                : order.feed() + " has nothing to report for " + period + ". A file that comes still counts.";
    }
}
