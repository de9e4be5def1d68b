package org.throughline.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.throughline.mapping.Compilation;
import org.throughline.mapping.Diagnostic;
import org.throughline.mapping.MappingSource;
import org.throughline.mapping.MappingTestResult;
import org.throughline.mapping.MappingTests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the examples inside mappings, and their samples. */
@Command(
        name = "test",
        description = "Run the examples inside mappings, and their samples against the expected results.")
final class MappingTestCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Mixin
    private MappingChoice choice;

    @Mixin
    private JsonOption options;

    MappingTestCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<Tested> tested = new ArrayList<>();
        for (MappingSource source : choice.of(parts.mappings())) {
            tested.add(test(source));
        }
        long failures = tested.stream().filter(Tested::failed).count();
        Document document = Document.of("tested", tested.size())
                .with("failed", failures)
                .with("mappings", tested.stream().map(Tested::document).toList());
        console.answer(options.json(), document.map(), () -> lines(tested, failures));
        return (failures == 0 ? ExitCode.OK : ExitCode.PROBLEMS).number();
    }

    private Tested test(MappingSource source) throws IOException {
        Compilation compilation = parts.compile(source);
        List<MappingTestResult> results = compilation.mapping().isEmpty()
                ? List.of()
                : MappingTests.run(compilation.mapping().get(), parts.sample(source.id()));
        return new Tested(source.id(), compilation.diagnostics(), results);
    }

    private static List<String> lines(List<Tested> tested, long failures) {
        List<String> lines = new ArrayList<>();
        tested.forEach(one -> lines.addAll(one.lines()));
        lines.add(Counted.of(tested.size(), "mapping") + " tested, " + failures + " failed.");
        return lines;
    }

    private record Tested(String mapping, List<Diagnostic> diagnostics, List<MappingTestResult> results) {

        boolean failed() {
            return !diagnostics.isEmpty() || results.stream().anyMatch(result -> !result.passed());
        }

        Map<String, Object> document() {
            return Document.of("mapping", mapping)
                    .with("passed", !failed())
                    .with(
                            "problems",
                            diagnostics.stream().map(Diagnostics::document).toList())
                    .with("tests", results.stream().map(Tested::document).toList())
                    .map();
        }

        private static Map<String, Object> document(MappingTestResult result) {
            return Document.of("test", result.name())
                    .with("file", result.file())
                    .with("line", result.line())
                    .with("passed", result.passed())
                    .with("differences", result.differences())
                    .map();
        }

        List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add((failed() ? "failed " : "ok     ") + mapping + ", " + Counted.of(results.size(), "test"));
            diagnostics.forEach(diagnostic -> lines.add("       " + diagnostic));
            for (MappingTestResult result : results) {
                result.differences()
                        .forEach(difference -> lines.add("       " + result.file() + ":" + result.line() + ": "
                                + result.name() + ": " + difference));
            }
            return lines;
        }
    }
}
