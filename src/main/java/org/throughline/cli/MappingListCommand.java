package org.throughline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Names the mappings that are here. */
@Command(name = "list", description = "Name the mappings: senders' own, and the ready-made ones of public standards.")
final class MappingListCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Mixin
    private JsonOption options;

    MappingListCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<String> ids = parts.mappings().ids();
        console.answer(options.json(), Document.of("mappings", ids).map(), () -> ids);
        return ExitCode.OK.number();
    }
}
