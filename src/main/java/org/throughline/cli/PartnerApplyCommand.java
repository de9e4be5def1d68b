package org.throughline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.throughline.setup.Agreement;
import org.throughline.setup.SetupChange;
import org.throughline.setup.SetupPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the reviewed files hold. */
@Command(
        name = "apply",
        description =
                "Apply the reviewed files in one transaction, with an audit entry. Nothing is ever deleted: what no"
                        + " file names any more is stopped, ended or withdrawn today. Where partners are named, only their"
                        + " files and what is agreed with them; what these do not name stays as it is.")
final class PartnerApplyCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Option(names = "--dry-run", description = "Show what would change, and change nothing.")
    private boolean dryRun;

    @Mixin
    private PartnerChoice choice;

    @Mixin
    private JsonOption options;

    PartnerApplyCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        SetupPlan plan = dryRun
                ? parts.partners().plan(choice.scope())
                : parts.partners().apply(choice.scope());
        Document document = Document.of("applied", !dryRun)
                .with(
                        "changes",
                        plan.changes().stream()
                                .map(PartnerApplyCommand::document)
                                .toList())
                .with(
                        "waiting",
                        plan.waiting().stream().map(Agreement::agreement).toList());
        console.answer(options.json(), document.map(), () -> lines(plan));
        return ExitCode.OK.number();
    }

    private static Map<String, Object> document(SetupChange change) {
        return Document.of("object", change.object())
                .with("fact", change.fact())
                .with("from", change.from())
                .with("to", change.to())
                .map();
    }

    private List<String> lines(SetupPlan plan) {
        List<String> lines = new ArrayList<>(
                plan.changes().stream().map(SetupChange::sentence).toList());
        plan.waiting().forEach(agreement -> lines.add(waiting(agreement)));
        String count = Counted.of(plan.changes().size(), "change");
        if (plan.isEmpty()) {
            lines.add(choice.files() + " say what holds already. Nothing changed.");
        } else {
            lines.add(dryRun ? count + " would be made. Nothing was changed." : count + " made.");
        }
        return lines;
    }

    private static String waiting(Agreement agreement) {
        return "agreement " + agreement.agreement() + " waits: " + agreement.discloser() + " and "
                + agreement.recipient() + " are not both set up. Name both.";
    }
}
