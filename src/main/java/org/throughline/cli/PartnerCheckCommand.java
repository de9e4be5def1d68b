package org.throughline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.throughline.mapping.Diagnostic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows everything that is wrong with the reviewed files. */
@Command(
        name = "check",
        description = "Check mappings/*/partner.yaml, mappings/agreements and mappings/policy; changes nothing.")
final class PartnerCheckCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Mixin
    private JsonOption options;

    PartnerCheckCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Diagnostic> found = parts.partners().check();
        Document document = Document.of(
                "problems", found.stream().map(Diagnostics::document).toList());
        console.answer(options.json(), document.map(), () -> lines(found));
        return (found.isEmpty() ? ExitCode.OK : ExitCode.PROBLEMS).number();
    }

    private static List<String> lines(List<Diagnostic> found) {
        List<String> lines =
                new ArrayList<>(found.stream().map(Diagnostic::toString).toList());
        lines.add(
                found.isEmpty()
                        ? "The reviewed files can be applied."
                        : Counted.of(found.size(), "problem") + " found. Nothing was changed.");
        return lines;
    }
}
