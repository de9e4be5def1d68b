package org.throughline.store;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static org.throughline.store.jooq.intake.Tables.ACCOUNT;
import static org.throughline.store.jooq.intake.Tables.SENDER;
import static org.throughline.store.jooq.release.Tables.AGREEMENT;
import static org.throughline.store.jooq.release.Tables.OUTCOME_FILE;
import static org.throughline.store.jooq.release.Tables.POLICY_RULE;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.throughline.release.Agreement;
import org.throughline.release.EventDetail;
import org.throughline.release.InForce;
import org.throughline.release.MeasuredClients;
import org.throughline.release.OutcomeDesk;
import org.throughline.release.OutcomeDraft;
import org.throughline.release.OutcomeFile;
import org.throughline.release.OutcomeFormat;
import org.throughline.release.PolicyRule;
import org.throughline.release.Recipient;
import org.throughline.release.ReleasePolicy;
import org.throughline.release.WrittenFile;
import org.throughline.store.jooq.release.tables.records.AgreementRecord;
import org.throughline.store.jooq.release.tables.records.PolicyRuleRecord;

/** The release tables inside one transaction. */
final class JooqOutcomeDesk implements OutcomeDesk {
    private final DSLContext jooq;
    private final int ageOfOwnConsent;

    JooqOutcomeDesk(DSLContext jooq, int ageOfOwnConsent) {
        this.jooq = jooq;
        this.ageOfOwnConsent = ageOfOwnConsent;
    }

    @Override
    public Optional<Recipient> recipient(String sender) {
        Field<Boolean> everSetUp = DSL.field(exists(selectOne().from(AGREEMENT).where(AGREEMENT.RECIPIENT.eq(sender)))
                .or(exists(selectOne().from(OUTCOME_FILE).where(OUTCOME_FILE.SENDER.eq(sender)))));
        return jooq.select(SENDER.ZONE, SENDER.VICTIM_SERVICE_PROVIDER, everSetUp)
                .select(ACCOUNT.fields())
                .from(SENDER)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.SENDER.eq(SENDER.SENDER_))
                .where(SENDER.SENDER_.eq(sender))
                .and(SENDER.KIND.eq("provider"))
                .fetchOptional(row -> new Recipient(
                        sender,
                        ZoneId.of(row.get(SENDER.ZONE)),
                        row.get(SENDER.VICTIM_SERVICE_PROVIDER),
                        address(row),
                        row.get(everSetUp)));
    }

    private static String address(Record row) {
        if (row.get(ACCOUNT.TRANSPORT) == null) {
            return "no account";
        }
        return row.get(ACCOUNT.TRANSPORT).equals("sftp")
                ? "sftp://%s@%s:%d, folder %s"
                        .formatted(
                                row.get(ACCOUNT.USERNAME),
                                row.get(ACCOUNT.HOST),
                                row.get(ACCOUNT.PORT),
                                row.get(ACCOUNT.FOLDER))
                : "folder " + row.get(ACCOUNT.FOLDER);
    }

    @Override
    public ReleasePolicy policy(String sender) {
        var agreements = jooq.selectFrom(AGREEMENT)
                .where(AGREEMENT.RECIPIENT.eq(sender))
                .orderBy(AGREEMENT.AGREEMENT_)
                .fetch(JooqOutcomeDesk::agreement);
        var rules = jooq.selectFrom(POLICY_RULE)
                .where(POLICY_RULE.AGREEMENT.in(
                        agreements.stream().map(Agreement::id).toList()))
                .orderBy(POLICY_RULE.POLICY_RULE_)
                .fetch(JooqOutcomeDesk::rule);
        return new ReleasePolicy(agreements, rules, ageOfOwnConsent);
    }

    private static Agreement agreement(AgreementRecord row) {
        return new Agreement(
                row.getAgreement(),
                row.getDiscloser(),
                row.getRecipient(),
                row.getPurpose(),
                row.getSignedOn(),
                new InForce(
                        row.getEffectiveFrom(),
                        Optional.ofNullable(row.getEffectiveTo()),
                        Optional.ofNullable(row.getTerminatedOn())),
                OutcomeFormat.of(row.getOutcomeFormat()).orElse(OutcomeFormat.CSV),
                row.getLegalBasis());
    }

    private static PolicyRule rule(PolicyRuleRecord row) {
        return new PolicyRule(
                row.getPolicyRule(),
                row.getAgreement(),
                row.getDataClass(),
                Set.of(row.getMeasures()),
                row.getEventDetail().equals("date") ? EventDetail.DATE : EventDetail.MONTH,
                row.getConsentRequired(),
                row.getCitation(),
                new InForce(
                        row.getEffectiveFrom(),
                        Optional.ofNullable(row.getEffectiveTo()),
                        Optional.ofNullable(row.getWithdrawnOn())),
                Optional.ofNullable(row.getNotice()));
    }

    @Override
    public Optional<MeasuredClients> measured(String sender) {
        return new MeasuredClientsQuery(jooq).latest(sender);
    }

    @Override
    public Optional<WrittenFile> latest(String sender, boolean delivered) {
        return new OutcomeFiles(jooq).latest(sender, delivered);
    }

    @Override
    public OutcomeFile append(OutcomeDraft draft) {
        return new OutcomeFiles(jooq).append(draft);
    }
}
