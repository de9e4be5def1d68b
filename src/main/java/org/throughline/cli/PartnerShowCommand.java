package org.throughline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.throughline.setup.Agreement;
import org.throughline.setup.ChannelEntry;
import org.throughline.setup.FeedEntry;
import org.throughline.setup.NearestName;
import org.throughline.setup.Partner;
import org.throughline.setup.PolicyRule;
import org.throughline.setup.ReviewedSetup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows which set-up holds. */
@Command(name = "show", description = "Show the partners, agreements and policy rules that hold.")
final class PartnerShowCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "PARTNER", description = "One partner; all where none is named.")
    private String wanted = "";

    @Mixin
    private JsonOption options;

    PartnerShowCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        ReviewedSetup setup = chosen(parts.partners().current());
        console.answer(options.json(), document(setup), () -> lines(setup));
        return ExitCode.OK.number();
    }

    private ReviewedSetup chosen(ReviewedSetup all) {
        if (wanted.isEmpty()) {
            return all;
        }
        List<Partner> partners = all.partners().stream()
                .filter(partner -> partner.sender().equals(wanted))
                .toList();
        if (partners.isEmpty()) {
            List<String> known = all.partners().stream().map(Partner::sender).toList();
            throw new StopException(
                    ExitCode.NOT_FOUND,
                    "No partner " + wanted + " is set up." + NearestName.question(known, wanted)
                            + " partner show without a name lists all.");
        }
        List<Agreement> agreements =
                all.agreements().stream().filter(this::isParty).toList();
        List<String> numbers = agreements.stream().map(Agreement::agreement).toList();
        List<PolicyRule> rules = all.policies().stream()
                .filter(rule -> numbers.contains(rule.agreement()))
                .toList();
        return new ReviewedSetup(partners, agreements, rules);
    }

    private boolean isParty(Agreement agreement) {
        return agreement.discloser().equals(wanted) || agreement.recipient().equals(wanted);
    }

    private static Map<String, Object> document(ReviewedSetup setup) {
        return Document.of(
                        "partners",
                        setup.partners().stream().map(SetupDocuments::partner).toList())
                .with(
                        "agreements",
                        setup.agreements().stream()
                                .map(SetupDocuments::agreement)
                                .toList())
                .with(
                        "policy_rules",
                        setup.policies().stream().map(SetupDocuments::rule).toList())
                .map();
    }

    private static List<String> lines(ReviewedSetup setup) {
        List<String> lines = new ArrayList<>();
        setup.partners().forEach(partner -> {
            lines.add(partner.sender() + "  " + partner.title() + " (" + partner.kind() + ")");
            partner.feeds().forEach(feed -> lines.add("  feed " + feedLine(partner, feed)));
            partner.channels().forEach(channel -> lines.add("  channel " + channelLine(channel)));
            partner.contracts().forEach(contract -> lines.add("  contract " + contract.contract()));
            partner.retention()
                    .ifPresent(rule -> lines.add("  keeps originals " + rule.originals() + ", records " + rule.records()
                            + ": " + rule.reason()));
        });
        setup.agreements()
                .forEach(agreement -> lines.add("agreement " + agreement.agreement() + "  " + agreement.discloser()
                        + " tells " + agreement.recipient()
                        + agreement
                                .terminatedOn()
                                .map(day -> ", ended on " + day)
                                .orElse("")));
        setup.policies()
                .forEach(rule -> lines.add("policy rule " + rule.policy() + "  " + String.join(", ", rule.measures())
                        + rule.withdrawnOn().map(day -> ", withdrawn on " + day).orElse("")));
        if (lines.isEmpty()) {
            lines.add("Nothing is set up yet. Put partner files under mappings/ and run partner apply.");
        }
        return lines;
    }

    private static String channelLine(ChannelEntry channel) {
        return channel.name() + "  route " + channel.route()
                + channel.feed().map(feed -> ", feed " + feed).orElse("");
    }

    private static String feedLine(Partner partner, FeedEntry feed) {
        return partner.sender() + "/" + feed.feed() + "  " + feed.status() + ", mapping " + feed.mapping();
    }
}
