package org.throughline.cli;

import java.util.List;
import org.throughline.setup.SetupScope;
import picocli.CommandLine.Parameters;

/** Which partners a command is about. */
final class PartnerChoice {
    @Parameters(
            arity = "0..*",
            paramLabel = "PARTNER",
            description = "Partners such as harborlight; all where none is named.")
    private List<String> partners = List.of();

    SetupScope scope() {
        return SetupScope.of(partners);
    }

    /** How the files in question are called in a sentence. */
    String files() {
        return partners.isEmpty() ? "The reviewed files" : "The files of " + String.join(", ", partners);
    }
}
