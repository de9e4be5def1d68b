package org.throughline.cli;

import java.util.Map;
import org.throughline.setup.Agreement;
import org.throughline.setup.ChannelEntry;
import org.throughline.setup.Contract;
import org.throughline.setup.FeedEntry;
import org.throughline.setup.Partner;
import org.throughline.setup.PartnerAccount;
import org.throughline.setup.PolicyRule;

/** How the set-up looks in JSON. */
final class SetupDocuments {

    private SetupDocuments() {}

    static Map<String, Object> partner(Partner partner) {
        return Document.of("partner", partner.sender())
                .with("title", partner.title())
                .with("kind", partner.kind())
                .with("victim_service_provider", partner.victimServiceProvider())
                .with("zone", partner.zone().getId())
                .with("account", partner.account().map(SetupDocuments::account))
                .with(
                        "programs",
                        partner.programs().stream()
                                .map(program -> Document.of("key", program.key())
                                        .with("name", program.name())
                                        .with("program_type", program.programType())
                                        .map())
                                .toList())
                .with(
                        "contracts",
                        partner.contracts().stream()
                                .map(SetupDocuments::contract)
                                .toList())
                .with(
                        "feeds",
                        partner.feeds().stream()
                                .map(feed -> feed(partner, feed))
                                .toList())
                .with(
                        "channels",
                        partner.channels().stream().map(SetupDocuments::channel).toList())
                .with(
                        "retention",
                        partner.retention()
                                .map(rule -> Document.of("originals", rule.originals())
                                        .with("records", rule.records())
                                        .with("reason", rule.reason())
                                        .map()))
                .map();
    }

    static Map<String, Object> agreement(Agreement agreement) {
        return Document.of("agreement", agreement.agreement())
                .with("title", agreement.title())
                .with("discloser", agreement.discloser())
                .with("recipient", agreement.recipient())
                .with("purpose", agreement.purpose())
                .with("effective_from", agreement.effectiveFrom().toString())
                .with("effective_to", agreement.effectiveTo().map(Object::toString))
                .with("terminated_on", agreement.terminatedOn().map(Object::toString))
                .with("outcome_format", agreement.outcomeFormat())
                .with("legal_basis", agreement.legalBasis())
                .map();
    }

    static Map<String, Object> rule(PolicyRule rule) {
        return Document.of("policy", rule.policy())
                .with("agreement", rule.agreement())
                .with("data_class", rule.dataClass())
                .with("measures", rule.measures())
                .with("event_detail", rule.eventDetail())
                .with("consent_required", rule.consentRequired())
                .with("citation", rule.citation())
                .with("effective_from", rule.effectiveFrom().toString())
                .with("effective_to", rule.effectiveTo().map(Object::toString))
                .with("withdrawn_on", rule.withdrawnOn().map(Object::toString))
                .map();
    }

    private static Map<String, Object> account(PartnerAccount account) {
        return Document.of("transport", account.transport())
                .with("host", account.host())
                .with("port", account.port())
                .with("username", account.username())
                .with("folder", account.folder())
                .with("completion", account.completion())
                .map();
    }

    private static Map<String, Object> contract(Contract contract) {
        return Document.of("contract", contract.contract())
                .with("title", contract.title())
                .with("start", contract.start().toString())
                .with("end", contract.end().map(Object::toString))
                .with("amount", contract.amount())
                .with("programs", contract.programs())
                .map();
    }

    private static Map<String, Object> channel(ChannelEntry channel) {
        return Document.of("channel", channel.name())
                .with("route", channel.route())
                .with("feed", channel.feed())
                .with("parameters", channel.parameters())
                .map();
    }

    private static Map<String, Object> feed(Partner partner, FeedEntry feed) {
        return Document.of("feed", partner.sender() + "/" + feed.feed())
                .with("mapping", feed.mapping())
                .with("status", feed.status())
                .with("completes", feed.completes())
                .map();
    }
}
