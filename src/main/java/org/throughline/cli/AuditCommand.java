package org.throughline.cli;

import picocli.CommandLine.Command;

/** The ledger of administrative acts. */
@Command(
        name = "audit",
        description = "The ledger of administrative acts.",
        subcommands = {AuditVerifyCommand.class})
final class AuditCommand extends CommandGroup {}
