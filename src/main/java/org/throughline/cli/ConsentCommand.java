package org.throughline.cli;

import picocli.CommandLine.Command;

/** Consents that are entered by hand. */
@Command(
        name = "consent",
        description = "Enter or revoke a client's consent; consents usually come as a feed.",
        subcommands = {ConsentRecordCommand.class, ConsentRevokeCommand.class})
final class ConsentCommand extends CommandGroup {}
