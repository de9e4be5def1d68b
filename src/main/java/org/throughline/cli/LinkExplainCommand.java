package org.throughline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.throughline.linkage.ClientRef;
import org.throughline.linkage.Comparison;
import org.throughline.linkage.LinkInquiry.PairAnswer;
import org.throughline.linkage.LinkInquiry.RecordAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says why client records are linked, or are not; identifiers by name, never by value. */
@Command(
        name = "explain",
        description =
                "Say why a client record is linked, or how two records stand to each other; the look is in the audit ledger.")
final class LinkExplainCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Parameters(
            index = "0",
            paramLabel = "RECORD",
            converter = ClientRefText.class,
            description = "Client record, sender/key, such as harborlight/1042.")
    private ClientRef record;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "OTHER",
            converter = ClientRefText.class,
            description = "Another record, to compare with.")
    private Optional<ClientRef> other = Optional.empty();

    @Mixin
    private JsonOption options;

    LinkExplainCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (other.isPresent()) {
            PairAnswer answer =
                    parts.linkInquiry().explain(record, other.get()).orElseThrow(LinkExplainCommand::unknown);
            console.answer(options.json(), document(answer), () -> lines(answer));
        } else {
            RecordAnswer answer = parts.linkInquiry().explain(record).orElseThrow(LinkExplainCommand::unknown);
            console.answer(options.json(), document(answer), () -> lines(answer));
        }
        return ExitCode.OK.number();
    }

    private static StopException unknown() {
        return new StopException(
                ExitCode.NOT_FOUND,
                "Linkage does not know the record: it is kept out, came after the last link run, or is misspelled.");
    }

    private static Map<String, Object> document(PairAnswer answer) {
        return Document.of("same_client", answer.sameClient())
                .with("grade", answer.grade().word())
                .with("ruling", answer.ruling().map(ruling -> ruling.kind().word()))
                .with("comparison", document(answer.comparison()))
                .with("merges", MergeLines.documents(answer.merges()))
                .map();
    }

    private static Map<String, Object> document(RecordAnswer answer) {
        return Document.of("client", answer.link().client())
                .with("grade", answer.link().member().grade().word())
                .with("searchable", answer.link().member().searchable())
                .with("reason", answer.link().member().reason())
                .with(
                        "others",
                        answer.others().stream().map(ClientRefText::written).toList())
                .with(
                        "comparisons",
                        answer.comparisons().stream()
                                .map(LinkExplainCommand::document)
                                .toList())
                .with("merges", MergeLines.documents(answer.merges()))
                .map();
    }

    private static Map<String, Object> document(Comparison comparison) {
        return Document.of(
                        "records",
                        List.of(
                                ClientRefText.written(comparison.pair().a()),
                                ClientRefText.written(comparison.pair().b())))
                .with("agreements", comparison.agreements())
                .with("conflicts", comparison.conflicts())
                .with("decision", comparison.decision().word())
                .with("grade", comparison.grade().word())
                .with("reason", comparison.reason())
                .map();
    }

    private static List<String> lines(PairAnswer answer) {
        List<String> lines = new ArrayList<>();
        lines.add(
                answer.sameClient()
                        ? "The two records belong to one joint client (grade "
                                + answer.grade().word() + ")."
                        : "The two records belong to different clients.");
        answer.ruling()
                .ifPresent(ruling -> lines.add(
                        "Ruling " + ruling.number() + ", " + ruling.kind().word() + ", by " + ruling.author() + "."));
        lines.addAll(MergeLines.lines(answer.merges()));
        lines.addAll(lines(answer.comparison()));
        return lines;
    }

    private static List<String> lines(RecordAnswer answer) {
        List<String> lines = new ArrayList<>();
        lines.add("Joint client " + answer.link().client() + ", grade "
                + answer.link().member().grade().word() + ". "
                + answer.link().member().reason());
        answer.others().forEach(record -> lines.add("With " + ClientRefText.written(record)));
        lines.addAll(MergeLines.lines(answer.merges()));
        answer.comparisons().forEach(comparison -> lines.addAll(lines(comparison)));
        return lines;
    }

    private static List<String> lines(Comparison comparison) {
        return List.of(
                comparison.decision().word() + "  "
                        + ClientRefText.written(comparison.pair().a()) + " and "
                        + ClientRefText.written(comparison.pair().b()) + ": " + comparison.reason(),
                "  agree: " + String.join(", ", comparison.agreements()) + "; conflict: "
                        + String.join(", ", comparison.conflicts()));
    }
}
