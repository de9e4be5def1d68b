package org.throughline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.throughline.release.Build;
import org.throughline.release.Sent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Builds and delivers outcome files. */
@Command(
        name = "send",
        description =
                "Build and deliver the outcome files of one provider, or of all; a file that could not be delivered is"
                        + " decided again and tried again the next time.")
final class OutcomeSendCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "PROVIDER", description = "One provider; all where none is named.")
    private String provider = "";

    @Mixin
    private JsonOption options;

    OutcomeSendCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Sent> sent = provider.isEmpty()
                ? parts.outcomes().sendAll()
                : List.of(parts.outcomes().send(provider));
        Document document = Document.of(
                "sent", sent.stream().map(OutcomeSendCommand::document).toList());
        console.answer(options.json(), document.map(), () -> lines(sent));
        return worst(sent).number();
    }

    private ExitCode worst(List<Sent> sent) {
        ExitCode worst = ExitCode.OK;
        for (Sent one : sent) {
            ExitCode code = one.failure().isPresent() ? ExitCode.TRY_LATER : code(one.build());
            worst = code == ExitCode.OK ? worst : code;
        }
        return worst;
    }

    private ExitCode code(Build build) {
        return provider.isEmpty() && OutcomeDocuments.isQuiet(build) ? ExitCode.OK : OutcomeDocuments.code(build);
    }

    private static Map<String, Object> document(Sent sent) {
        return OutcomeDocuments.document(sent.recipient(), sent.build())
                .with("delivered", sent.delivered().isPresent())
                .with("failure", sent.failure())
                .map();
    }

    private static List<String> lines(List<Sent> sent) {
        List<String> lines = new ArrayList<>();
        for (Sent one : sent) {
            lines.add(OutcomeDocuments.line(one.recipient(), one.build()));
            one.delivered().ifPresent(file -> lines.add("  " + file.name() + " is delivered."));
            one.failure().ifPresent(failure -> lines.add("  Not delivered: " + failure));
        }
        if (lines.isEmpty()) {
            lines.add("No provider was ever set up to receive outcome files. Apply an agreement first.");
        }
        return lines;
    }
}
