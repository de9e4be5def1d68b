package org.throughline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.throughline.release.Build;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes a provider's outcome file and delivers nothing. */
@Command(
        name = "build",
        description = "Write a provider's outcome file, unless the latest one says the same. Delivers nothing.")
final class OutcomeBuildCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Parameters(paramLabel = "PROVIDER", description = "The provider.")
    private String provider;

    @Mixin
    private JsonOption options;

    OutcomeBuildCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        Build build = parts.outcomes().build(provider);
        console.answer(
                options.json(),
                OutcomeDocuments.document(provider, build).map(),
                () -> List.of(OutcomeDocuments.line(provider, build)));
        return OutcomeDocuments.code(build).number();
    }
}
