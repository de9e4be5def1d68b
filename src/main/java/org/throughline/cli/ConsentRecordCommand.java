package org.throughline.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.throughline.setup.ConsentEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Enters a consent as a signed form says. */
@Command(name = "record", description = "Enter a consent as the signed form says; with an audit entry.")
final class ConsentRecordCommand implements Callable<Integer> {
    private static final List<String> CLASSES = List.of("hmis", "child_welfare", "justice", "wages", "health");

    private final Parts parts;
    private final Console console;

    @Mixin
    private ConsentParties parties;

    @Option(
            names = "--class",
            required = true,
            split = ",",
            description = "Classes of data: hmis, child_welfare, justice, wages, health.")
    private List<String> dataClasses;

    @Option(names = "--purpose", defaultValue = "outcome_feedback", description = "Purpose (default outcome_feedback).")
    private String purpose;

    @Option(names = "--signed-on", required = true, paramLabel = "DAY", description = "Day of signature.")
    private LocalDate signedOn;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "First day in force; the day of signature where not named.")
    private Optional<LocalDate> from = Optional.empty();

    @Option(names = "--expires-on", paramLabel = "DAY", description = "Last day in force.")
    private Optional<LocalDate> expiresOn = Optional.empty();

    @Option(names = "--evidence", description = "Where the signed form is kept.")
    private Optional<String> evidence = Optional.empty();

    @Mixin
    private JsonOption options;

    ConsentRecordCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        check();
        long number = parts.consents()
                .record(new ConsentEntry(
                        parties.provider(),
                        parties.clientKey(),
                        parties.recipient(),
                        dataClasses,
                        purpose,
                        signedOn,
                        from.orElse(signedOn),
                        expiresOn,
                        evidence));
        console.answer(
                options.json(), Document.of("consent", number).map(), () -> List.of("Consent " + number + " holds."));
        return ExitCode.OK.number();
    }

    private void check() {
        for (String dataClass : dataClasses) {
            if (!CLASSES.contains(dataClass)) {
                throw new StopException(
                        ExitCode.USAGE,
                        "There is no class of data " + dataClass + "; the classes are " + String.join(", ", CLASSES)
                                + ".");
            }
        }
        if (expiresOn.filter(last -> last.isBefore(from.orElse(signedOn))).isPresent()) {
            throw new StopException(
                    ExitCode.USAGE, "The consent would expire before it is in force. Correct one of the days.");
        }
    }
}
