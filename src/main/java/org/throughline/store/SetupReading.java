package org.throughline.store;

import static org.throughline.store.jooq.canonical.Tables.CONTRACT;
import static org.throughline.store.jooq.canonical.Tables.CONTRACT_PROGRAM;
import static org.throughline.store.jooq.intake.Tables.ACCOUNT;
import static org.throughline.store.jooq.intake.Tables.CONTACT;
import static org.throughline.store.jooq.intake.Tables.FEED;
import static org.throughline.store.jooq.intake.Tables.FEED_EXPECTATION;
import static org.throughline.store.jooq.intake.Tables.SENDER;
import static org.throughline.store.jooq.intake.Tables.SENDER_PROGRAM;
import static org.throughline.store.jooq.release.Tables.AGREEMENT;
import static org.throughline.store.jooq.release.Tables.POLICY_RULE;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.throughline.intake.Expectation;
import org.throughline.setup.Agreement;
import org.throughline.setup.Contract;
import org.throughline.setup.FeedEntry;
import org.throughline.setup.Partner;
import org.throughline.setup.PartnerAccount;
import org.throughline.setup.PolicyRule;
import org.throughline.setup.ReviewedSetup;
import org.throughline.store.jooq.canonical.tables.records.ContractRecord;
import org.throughline.store.jooq.intake.tables.records.AccountRecord;
import org.throughline.store.jooq.intake.tables.records.SenderRecord;
import org.throughline.store.jooq.release.tables.records.AgreementRecord;
import org.throughline.store.jooq.release.tables.records.PolicyRuleRecord;

/** Reads what was applied back into the terms of the reviewed files. Senders that no file set up are no part of it. */
final class SetupReading {
    private final DSLContext jooq;

    SetupReading(DSLContext jooq) {
        this.jooq = jooq;
    }

    ReviewedSetup all() {
        return new ReviewedSetup(
                jooq.selectFrom(SENDER)
                        .where(SENDER.SETUP_SHA256.isNotNull())
                        .orderBy(SENDER.SENDER_)
                        .fetch(this::partner),
                jooq.selectFrom(AGREEMENT).orderBy(AGREEMENT.AGREEMENT_).fetch(SetupReading::agreement),
                jooq.selectFrom(POLICY_RULE).orderBy(POLICY_RULE.POLICY_RULE_).fetch(SetupReading::rule));
    }

    private Partner partner(SenderRecord row) {
        String sender = row.getSender();
        return new Partner(
                sender,
                row.getTitle(),
                row.getKind(),
                row.getVictimServiceProvider(),
                ZoneId.of(row.getZone()),
                jooq.selectFrom(CONTACT)
                        .where(CONTACT.SENDER.eq(sender))
                        .orderBy(CONTACT.ROLE, CONTACT.EMAIL)
                        .fetch(contact -> new Partner.Contact(
                                contact.getRole(),
                                contact.getName(),
                                contact.getEmail(),
                                List.of(contact.getNotices()))),
                jooq.selectFrom(ACCOUNT).where(ACCOUNT.SENDER.eq(sender)).fetchOptional(this::account),
                jooq.selectFrom(SENDER_PROGRAM)
                        .where(SENDER_PROGRAM.SENDER.eq(sender))
                        .orderBy(SENDER_PROGRAM.PROGRAM_KEY)
                        .fetch(program -> new Partner.PartnerProgram(
                                program.getProgramKey(), program.getName(), program.getProgramType())),
                jooq.selectFrom(CONTRACT)
                        .where(CONTRACT.SENDER.eq(sender))
                        .orderBy(CONTRACT.CONTRACT_)
                        .fetch(this::contract),
                feeds(sender),
                new ChannelRows(jooq).of(sender),
                new RetentionRows(jooq).of(sender),
                row.getSetupSha256());
    }

    private PartnerAccount account(AccountRecord row) {
        return new PartnerAccount(
                row.getTransport(),
                Optional.ofNullable(row.getHost()),
                Optional.ofNullable(row.getPort()),
                Optional.ofNullable(row.getUsername()),
                Optional.ofNullable(row.getHostKey()),
                Optional.ofNullable(row.getKeyFile()),
                row.getFolder(),
                row.getCompletion(),
                Optional.ofNullable(row.getPublicKeys())
                        .map(keys -> new PartnerAccount.Drop(List.of(keys), row.getQuota())),
                AccountPgp.of(jooq, row.getSender()));
    }

    private Contract contract(ContractRecord row) {
        List<String> programs = jooq.select(CONTRACT_PROGRAM.PROGRAM_KEY)
                .from(CONTRACT_PROGRAM)
                .where(CONTRACT_PROGRAM.CONTRACT.eq(row.getContract()))
                .orderBy(CONTRACT_PROGRAM.PROGRAM_KEY)
                .fetch(CONTRACT_PROGRAM.PROGRAM_KEY);
        return new Contract(
                row.getContract(),
                row.getTitle(),
                row.getStartDate(),
                Optional.ofNullable(row.getEndDate()),
                Optional.ofNullable(row.getAmount()),
                programs);
    }

    private List<FeedEntry> feeds(String sender) {
        return jooq.select(FEED.asterisk(), FEED_EXPECTATION.asterisk())
                .from(FEED)
                .leftJoin(FEED_EXPECTATION)
                .on(FEED_EXPECTATION.FEED_ID.eq(FEED.FEED_ID))
                .where(FEED.SENDER.eq(sender))
                .orderBy(FEED.NAME)
                .fetch(SetupReading::feed);
    }

    private static FeedEntry feed(Record row) {
        Optional<Expectation> due = Optional.ofNullable(row.get(FEED_EXPECTATION.EVERY))
                .map(every -> new Expectation(
                        every,
                        Optional.ofNullable(row.get(FEED_EXPECTATION.DUE_ON)),
                        row.get(FEED_EXPECTATION.DUE_BY),
                        ZoneId.of(row.get(FEED_EXPECTATION.ZONE)),
                        row.get(FEED_EXPECTATION.GRACE).toDuration(),
                        ExpectationRows.daysOff(row)));
        return new FeedEntry(
                row.get(FEED.NAME),
                row.get(FEED.MAPPING),
                row.get(FEED.REVIEWED_STATUS),
                row.get(FEED.RETEST),
                due,
                Optional.ofNullable(row.get(FEED.COMPLETES)));
    }

    private static Agreement agreement(AgreementRecord row) {
        return new Agreement(
                row.getAgreement(),
                row.getTitle(),
                row.getDiscloser(),
                row.getRecipient(),
                row.getPurpose(),
                row.getSignedOn(),
                row.getEffectiveFrom(),
                Optional.ofNullable(row.getEffectiveTo()),
                Optional.ofNullable(row.getTerminatedOn()),
                row.getOutcomeFormat(),
                row.getLegalBasis(),
                row.getSetupSha256());
    }

    private static PolicyRule rule(PolicyRuleRecord row) {
        return new PolicyRule(
                row.getPolicyRule(),
                row.getAgreement(),
                row.getDataClass(),
                List.of(row.getMeasures()),
                row.getEventDetail(),
                row.getConsentRequired(),
                row.getCitation(),
                row.getEffectiveFrom(),
                Optional.ofNullable(row.getEffectiveTo()),
                Optional.ofNullable(row.getWithdrawnOn()),
                Optional.ofNullable(row.getNotice()),
                row.getSetupSha256());
    }
}
