package org.throughline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.throughline.mapping.Diagnostic;
import org.throughline.setup.SetupReview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows everything that is wrong with the reviewed files. */
@Command(
        name = "check",
        description = "Check mappings/*/partner.yaml, mappings/agreements and mappings/policy; changes nothing. Where"
                + " partners are named, only their files and what is agreed with them.")
final class PartnerCheckCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Mixin
    private PartnerChoice choice;

    @Mixin
    private JsonOption options;

    PartnerCheckCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        SetupReview review = parts.partners().check(choice.scope());
        Document document = Document.of(
                        "problems",
                        review.problems().stream().map(Diagnostics::document).toList())
                .with("problems_elsewhere", review.elsewhere());
        console.answer(options.json(), document.map(), () -> lines(review));
        return (review.problems().isEmpty() ? ExitCode.OK : ExitCode.PROBLEMS).number();
    }

    private List<String> lines(SetupReview review) {
        List<String> lines = new ArrayList<>(
                review.problems().stream().map(Diagnostic::toString).toList());
        lines.add(
                review.problems().isEmpty()
                        ? choice.files() + " can be applied."
                        : Counted.of(review.problems().size(), "problem") + " found. Nothing was changed.");
        if (review.elsewhere()) {
            lines.add("Something is wrong in files of other partners; partner check without a name tells it.");
        }
        return lines;
    }
}
