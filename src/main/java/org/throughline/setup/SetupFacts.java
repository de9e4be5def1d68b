package org.throughline.setup;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.throughline.intake.DaysOff;
import org.throughline.intake.Expectation;
import org.throughline.intake.Holidays;

/** What partners, agreements and rules say, as facts with a name and a text, so that two states can be compared. */
final class SetupFacts {
    private static final int SHORT_HASH = 12;

    private SetupFacts() {}

    static String name(Partner partner) {
        return "partner " + partner.sender();
    }

    static String name(Agreement agreement) {
        return "agreement " + agreement.agreement();
    }

    static String name(PolicyRule rule) {
        return "policy rule " + rule.policy();
    }

    static Map<String, String> of(Partner partner) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("title", partner.title());
        facts.put("kind", partner.kind());
        facts.put("victim service provider", partner.victimServiceProvider() ? "yes" : "no");
        facts.put("zone", partner.zone().getId());
        partner.contacts()
                .forEach(contact -> facts.put("contact " + contact.role() + " " + contact.email(), contact(contact)));
        partner.account().ifPresent(account -> facts.putAll(account(account)));
        partner.programs()
                .forEach(program ->
                        facts.put("program " + program.key(), program.name() + " (" + program.programType() + ")"));
        partner.contracts().forEach(contract -> facts.put("contract " + contract.contract(), contract(contract)));
        partner.feeds().forEach(feed -> facts.putAll(feed(feed)));
        partner.channels().forEach(channel -> facts.putAll(channel(channel)));
        partner.retention().ifPresent(retention -> {
            facts.put("retention of originals", retention.originals());
            facts.put("retention of records", retention.records());
            facts.put("retention reason", retention.reason());
        });
        facts.put("reviewed file", partner.sha256().substring(0, SHORT_HASH));
        return facts;
    }

    static Map<String, String> of(Agreement agreement) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("title", agreement.title());
        facts.put("discloser", agreement.discloser());
        facts.put("recipient", agreement.recipient());
        facts.put("purpose", agreement.purpose());
        facts.put("signed on", agreement.signedOn().toString());
        facts.put("in force from", agreement.effectiveFrom().toString());
        put(facts, "in force to", agreement.effectiveTo());
        put(facts, "terminated on", agreement.terminatedOn());
        facts.put("legal basis", agreement.legalBasis());
        facts.put("reviewed file", agreement.sha256().substring(0, SHORT_HASH));
        return facts;
    }

    static Map<String, String> of(PolicyRule rule) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("agreement", rule.agreement());
        facts.put("class of data", rule.dataClass());
        facts.put("measures", String.join(", ", rule.measures()));
        facts.put("detail of the event", rule.eventDetail());
        facts.put("consent", rule.consentRequired() ? "required" : "not required");
        facts.put("citation", rule.citation());
        facts.put("in force from", rule.effectiveFrom().toString());
        put(facts, "in force to", rule.effectiveTo());
        put(facts, "withdrawn on", rule.withdrawnOn());
        rule.notice().ifPresent(notice -> facts.put("notice", notice));
        facts.put("reviewed file", rule.sha256().substring(0, SHORT_HASH));
        return facts;
    }

    private static Map<String, String> account(PartnerAccount account) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("account transport", account.transport());
        account.host().ifPresent(host -> facts.put("account host", host));
        account.port().ifPresent(port -> facts.put("account port", port.toString()));
        account.username().ifPresent(username -> facts.put("account username", username));
        account.hostKey().ifPresent(key -> facts.put("account host key", key));
        account.keyFile().ifPresent(file -> facts.put("account key file", file));
        facts.put("account folder", account.folder());
        facts.put("account completion", account.completion());
        account.drop().ifPresent(drop -> {
            facts.put("account public keys", String.join(", ", drop.publicKeys()));
            facts.put("account quota", drop.quota() + " bytes");
        });
        account.openPgp().ifPresent(openPgp -> {
            facts.put("account opens with", openPgp.decryptKeys().toString());
            openPgp.passphraseFile().ifPresent(file -> facts.put("account passphrase file", file.toString()));
            facts.put("account verifies with", openPgp.verify() + (openPgp.requireSignature() ? ", required" : ""));
            openPgp.signKey().ifPresent(file -> facts.put("account signs with", file.toString()));
            facts.put("account encrypts to", openPgp.encryptTo().toString());
        });
        return facts;
    }

    private static String contact(Partner.Contact contact) {
        return contact.notices().isEmpty()
                ? contact.name()
                : contact.name() + ", told of " + String.join(", ", contact.notices());
    }

    private static String contract(Contract contract) {
        return contract.title() + ", from " + contract.start()
                + contract.end().map(end -> " to " + end).orElse("")
                + contract.amount()
                        .map(amount -> ", USD " + amount.toPlainString())
                        .orElse("")
                + contract.programs().stream().sorted().collect(Collectors.joining(", ", ", programs ", ""));
    }

    private static Map<String, String> feed(FeedEntry feed) {
        Map<String, String> facts = new LinkedHashMap<>();
        String name = "feed " + feed.feed();
        facts.put(name + " mapping", feed.mapping());
        facts.put(name + " status", feed.status());
        if (feed.retest()) {
            facts.put(name + " retest", "yes");
        }
        feed.due().ifPresent(due -> facts.put(name + " due", due(due)));
        feed.completes().ifPresent(source -> facts.put(name + " completes", source));
        return facts;
    }

    private static Map<String, String> channel(ChannelEntry channel) {
        Map<String, String> facts = new LinkedHashMap<>();
        String name = "channel " + channel.name();
        facts.put(name + " route", channel.route());
        channel.feed().ifPresent(feed -> facts.put(name + " feed", feed));
        channel.parameters().forEach((parameter, value) -> facts.put(name + " " + parameter, value));
        return facts;
    }

    private static String due(Expectation due) {
        return "every " + due.every() + due.on().map(on -> " on " + on).orElse("") + " by " + due.by() + " "
                + due.zone().getId() + ", grace " + due.grace()
                + due.daysOff().map(SetupFacts::daysOff).orElse("");
    }

    private static String daysOff(DaysOff off) {
        return ", holidays of " + off.holidays().calendar() + " " + off.move().word() + " ("
                + off.holidays().days().stream().map(Holidays.Holiday::text).collect(Collectors.joining("; ")) + ")";
    }

    private static void put(Map<String, String> facts, String name, Optional<LocalDate> day) {
        day.ifPresent(known -> facts.put(name, known.toString()));
    }
}
