package org.throughline.cli;

import org.throughline.linkage.ClientPair;
import org.throughline.linkage.ClientRef;
import picocli.CommandLine.Parameters;

/** Two client records, on the command line. */
final class ClientRefs {
    @Parameters(
            index = "0",
            paramLabel = "RECORD",
            converter = ClientRefText.class,
            description = "Client record, sender/key, such as harborlight/1042.")
    private ClientRef one;

    @Parameters(index = "1", paramLabel = "OTHER", converter = ClientRefText.class, description = "The other record.")
    private ClientRef other;

    ClientPair pair() {
        if (one.equals(other)) {
            throw new StopException(ExitCode.USAGE, "Name two different client records.");
        }
        return ClientPair.of(one, other);
    }
}
