package org.throughline.store;

import static org.throughline.store.jooq.release.Tables.AGREEMENT;
import static org.throughline.store.jooq.release.Tables.POLICY_RULE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.throughline.setup.Agreement;
import org.throughline.setup.PolicyRule;
import org.throughline.store.jooq.release.tables.records.AgreementRecord;
import org.throughline.store.jooq.release.tables.records.PolicyRuleRecord;

/** Writes applied agreements and policy rules. */
final class AgreementWriting {
    private static final Field<String> LOGIN = DSL.field("session_user::text", String.class);

    private final DSLContext jooq;
    private final OffsetDateTime now;

    AgreementWriting(DSLContext jooq, Instant now) {
        this.jooq = jooq;
        this.now = OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
    }

    void write(Agreement agreement) {
        AgreementRecord row = jooq.newRecord(AGREEMENT);
        row.setAgreement(agreement.agreement());
        row.setTitle(agreement.title());
        row.setDiscloser(agreement.discloser());
        row.setRecipient(agreement.recipient());
        row.setPurpose(agreement.purpose());
        row.setSignedOn(agreement.signedOn());
        row.setEffectiveFrom(agreement.effectiveFrom());
        row.setEffectiveTo(agreement.effectiveTo().orElse(null));
        row.setTerminatedOn(agreement.terminatedOn().orElse(null));
        row.setOutcomeFormat(agreement.outcomeFormat());
        row.setLegalBasis(agreement.legalBasis());
        row.setSetupSha256(agreement.sha256());
        row.setAppliedAt(now);
        row.setAppliedBy(login());
        row.merge();
    }

    void write(PolicyRule rule) {
        PolicyRuleRecord row = jooq.newRecord(POLICY_RULE);
        row.setPolicyRule(rule.policy());
        row.setAgreement(rule.agreement());
        row.setDataClass(rule.dataClass());
        row.setMeasures(rule.measures().toArray(String[]::new));
        row.setEventDetail(rule.eventDetail());
        row.setConsentRequired(rule.consentRequired());
        row.setCitation(rule.citation());
        row.setEffectiveFrom(rule.effectiveFrom());
        row.setEffectiveTo(rule.effectiveTo().orElse(null));
        row.setWithdrawnOn(rule.withdrawnOn().orElse(null));
        row.setNotice(rule.notice().orElse(null));
        row.setSetupSha256(rule.sha256());
        row.setAppliedAt(now);
        row.setAppliedBy(login());
        row.merge();
    }

    private String login() {
        return jooq.select(LOGIN).fetchSingle(LOGIN);
    }
}
