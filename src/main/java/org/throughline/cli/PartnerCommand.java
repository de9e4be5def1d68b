package org.throughline.cli;

import picocli.CommandLine.Command;

/** Set-up from reviewed files. */
@Command(
        name = "partner",
        description = "Check, apply and show partners, agreements and policy rules from reviewed files.",
        subcommands = {
            PartnerCheckCommand.class,
            PartnerApplyCommand.class,
            PartnerShowCommand.class,
            PartnerTokenCommand.class
        })
final class PartnerCommand extends CommandGroup {}
