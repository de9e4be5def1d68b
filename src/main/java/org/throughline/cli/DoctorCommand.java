package org.throughline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.throughline.cli.Check.Finding;
import org.throughline.cli.Check.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at everything that the hub needs to do its work. */
@Command(
        name = "doctor",
        description = "Look at Java, home, database, mappings, partners and ledger; say how to mend each.")
final class DoctorCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Option(names = "--network", description = "Try to reach the partners' accounts and the mail server too.")
    private boolean network;

    @Mixin
    private JsonOption options;

    DoctorCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Finding> findings = parts.checks(network).stream().map(Check::run).toList();
        Verdict worst =
                findings.stream().map(Finding::verdict).max(Verdict::compareTo).orElse(Verdict.OK);
        Document document = Document.of("verdict", word(worst))
                .with("checks", findings.stream().map(DoctorCommand::document).toList());
        console.answer(options.json(), document.map(), () -> lines(findings));
        return (worst == Verdict.FAIL ? ExitCode.PROBLEMS : ExitCode.OK).number();
    }

    private static Map<String, Object> document(Finding finding) {
        return Document.of("check", finding.name())
                .with("verdict", word(finding.verdict()))
                .with("fact", finding.fact())
                .with("fix", finding.fix())
                .map();
    }

    private static List<String> lines(List<Finding> findings) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : findings) {
            lines.add(String.format(
                    Locale.ROOT, "%-4s  %-20s  %s", word(finding.verdict()), finding.name(), finding.fact()));
            if (!finding.fix().isEmpty()) {
                lines.add(" ".repeat(28) + finding.fix());
            }
        }
        return lines;
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
