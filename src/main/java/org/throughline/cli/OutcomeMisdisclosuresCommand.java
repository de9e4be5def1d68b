package org.throughline.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.throughline.release.MisDisclosure;
import org.throughline.release.MisDisclosureQuery;
import org.throughline.release.OutcomeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what providers were told under merges that were taken back, for whoever has to notify somebody of it. */
@Command(
        name = "misdisclosures",
        description =
                "List what providers were told of clients while a merge that was taken back joined wrong numbers. Shows no"
                        + " client number and no key of a merge unless told; that look is in the audit ledger.")
final class OutcomeMisdisclosuresCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Option(names = "--sender", paramLabel = "SENDER", description = "Only under merges of this sender.")
    private Optional<String> sender = Optional.empty();

    @Option(names = "--recipient", paramLabel = "PROVIDER", description = "Only what this provider was told.")
    private Optional<String> recipient = Optional.empty();

    @Option(names = "--since", paramLabel = "DAY", description = "Only what was found on this day (UTC) or later.")
    private Optional<LocalDate> since = Optional.empty();

    @Option(names = "--show", description = "Show the provider's client number and the merge's key; needs --reason.")
    private boolean show;

    @Option(
            names = "--reason",
            paramLabel = "WHY",
            description = "Why you look, for the audit ledger; no personal value.")
    private Optional<String> reason = Optional.empty();

    @Mixin
    private JsonOption options;

    OutcomeMisdisclosuresCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        MisDisclosureQuery query = new MisDisclosureQuery(
                sender,
                recipient,
                since.map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()));
        List<MisDisclosure> found = show
                ? parts.outcomes().showMisDisclosures(query, why())
                : parts.outcomes().misDisclosures(query);
        Document document = Document.of(
                "misdisclosures",
                found.stream().map(OutcomeMisdisclosuresCommand::document).toList());
        console.answer(options.json(), document.map(), () -> lines(found));
        return ExitCode.OK.number();
    }

    private String why() {
        return reason.filter(given -> !given.isBlank())
                .orElseThrow(() -> new StopException(
                        ExitCode.USAGE, "--show needs --reason: why you look stands in the audit ledger."));
    }

    private static Map<String, Object> document(MisDisclosure row) {
        return Document.of("number", row.number())
                .with("recipient", row.told().recipient())
                .with("told_in", file(row.told()))
                .with("measures", row.measures())
                .with("merged_by", row.mergedBy())
                .with("taken_back_at", row.takenBackAt().toString())
                .with("corrected_in", file(row.corrected()))
                .with("client", row.keys().map(MisDisclosure.Keys::client))
                .with("merge", row.keys().map(MisDisclosure.Keys::merge))
                .map();
    }

    private static Map<String, Object> file(OutcomeFile file) {
        return Document.of("sequence", file.sequence())
                .with("name", file.name())
                .with("written_at", file.writtenAt().toString())
                .with("delivered_at", file.deliveredAt().map(Object::toString))
                .map();
    }

    private static List<String> lines(List<MisDisclosure> found) {
        List<String> lines = new ArrayList<>();
        for (MisDisclosure row : found) {
            lines.add(row.number() + "  " + row.told().recipient() + " was told of one client in " + words(row.told())
                    + ": " + String.join(", ", row.measures()));
            lines.add("   Merged by " + row.mergedBy() + ", taken back " + row.takenBackAt() + ", corrected in "
                    + words(row.corrected()));
            row.keys().ifPresent(keys -> lines.add("   Client " + keys.client() + ", merge " + keys.merge()));
        }
        if (lines.isEmpty()) {
            lines.add("Nothing is on record as told under a merge that was taken back.");
        }
        return lines;
    }

    private static String words(OutcomeFile file) {
        return "file " + file.sequence() + " (" + file.name()
                + file.deliveredAt().map(at -> ", delivered " + at).orElse(", not delivered") + ")";
    }
}
