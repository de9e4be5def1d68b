package org.throughline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes back a stop or a reopened test. */
@Command(
        name = "start",
        description =
                "Take back a stop, or end a test that a changed mapping has reopened; what the partner file says holds"
                        + " again.")
final class FeedStartCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Mixin
    private FeedOrder order;

    FeedStartCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        return order.answer(console, parts.feedSwitch().start(order.feed(), order.reason()));
    }
}
