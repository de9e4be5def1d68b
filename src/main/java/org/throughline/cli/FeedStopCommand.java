package org.throughline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops a feed at once, whatever its partner file says. */
@Command(name = "stop", description = "Stop a feed at once. Its files stay with the sender until feed start.")
final class FeedStopCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Mixin
    private FeedOrder order;

    FeedStopCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        return order.answer(console, parts.feedSwitch().stop(order.feed(), order.reason()));
    }
}
