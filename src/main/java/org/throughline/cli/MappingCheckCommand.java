package org.throughline.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.throughline.mapping.Diagnostic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Compiles mappings and shows everything that is wrong with them. */
@Command(
        name = "check",
        description = "Compile mappings and show everything that is wrong, with file, line and column.")
final class MappingCheckCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Mixin
    private MappingChoice choice;

    @Mixin
    private JsonOption options;

    MappingCheckCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        Map<String, List<Diagnostic>> found = new LinkedHashMap<>();
        choice.of(parts.mappings()).parallelStream()
                .map(source -> Map.entry(source.id(), parts.compile(source).diagnostics()))
                .toList()
                .forEach(checked -> found.put(checked.getKey(), checked.getValue()));
        long problems = found.values().stream().mapToLong(List::size).sum();
        console.answer(options.json(), document(found, problems), () -> lines(found, problems));
        return (problems == 0 ? ExitCode.OK : ExitCode.PROBLEMS).number();
    }

    private static Map<String, Object> document(Map<String, List<Diagnostic>> found, long problems) {
        List<Map<String, Object>> mappings = new ArrayList<>();
        found.forEach((id, diagnostics) -> mappings.add(Document.of("mapping", id)
                .with("compiles", diagnostics.isEmpty())
                .with(
                        "problems",
                        diagnostics.stream().map(Diagnostics::document).toList())
                .map()));
        return Document.of("checked", found.size())
                .with("problems", problems)
                .with("mappings", mappings)
                .map();
    }

    private static List<String> lines(Map<String, List<Diagnostic>> found, long problems) {
        List<String> lines = new ArrayList<>();
        found.forEach((id, diagnostics) -> {
            lines.add((diagnostics.isEmpty() ? "ok    " : "wrong ") + id);
            diagnostics.forEach(diagnostic -> lines.add("      " + diagnostic));
        });
        lines.add(Counted.of(found.size(), "mapping") + " checked, " + Counted.of(problems, "problem") + ".");
        return lines;
    }
}
