package org.throughline.store;

import static org.throughline.store.jooq.canonical.Tables.CONTRACT;
import static org.throughline.store.jooq.canonical.Tables.CONTRACT_PROGRAM;
import static org.throughline.store.jooq.intake.Tables.ACCOUNT;
import static org.throughline.store.jooq.intake.Tables.CONTACT;
import static org.throughline.store.jooq.intake.Tables.FEED;
import static org.throughline.store.jooq.intake.Tables.SENDER;
import static org.throughline.store.jooq.intake.Tables.SENDER_PROGRAM;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.throughline.setup.Contract;
import org.throughline.setup.FeedEntry;
import org.throughline.setup.Partner;
import org.throughline.setup.PartnerAccount;
import org.throughline.store.jooq.canonical.tables.records.ContractRecord;
import org.throughline.store.jooq.intake.tables.records.AccountRecord;

/** Writes an applied partner: sender, role, account, contacts, programs, contracts, feeds and channels. */
final class PartnerWriting {
    private static final Field<String> LOGIN = DSL.field("session_user::text", String.class);

    private final DSLContext jooq;
    private final PartnerRoles roles;
    private final ProgramBeliefs beliefs;
    private final OffsetDateTime now;

    PartnerWriting(DSLContext jooq, String rolePrefix, Instant now) {
        this.jooq = jooq;
        this.roles = new PartnerRoles(jooq, rolePrefix);
        this.beliefs = new ProgramBeliefs(jooq, now);
        this.now = OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
    }

    void write(Partner partner) {
        sender(partner);
        roles.give(partner.sender());
        contacts(partner);
        jooq.deleteFrom(ACCOUNT).where(ACCOUNT.SENDER.eq(partner.sender())).execute();
        partner.account().ifPresent(account -> account(partner.sender(), account));
        programs(partner);
        partner.contracts().forEach(contract -> contract(partner, contract));
        partner.feeds().forEach(feed -> feed(partner.sender(), feed));
        new ChannelRows(jooq).write(partner);
        new RetentionRows(jooq).write(partner, now);
    }

    private void sender(Partner partner) {
        jooq.insertInto(SENDER)
                .set(SENDER.SENDER_, partner.sender())
                .set(SENDER.TITLE, partner.title())
                .set(SENDER.KIND, partner.kind())
                .onConflict(SENDER.SENDER_)
                .doNothing()
                .execute();
        jooq.update(SENDER)
                .set(SENDER.TITLE, partner.title())
                .set(SENDER.KIND, partner.kind())
                .set(SENDER.ROLE_NAME, roles.name(partner.sender()))
                .set(SENDER.VICTIM_SERVICE_PROVIDER, partner.victimServiceProvider())
                .set(SENDER.ZONE, partner.zone().getId())
                .set(SENDER.SETUP_SHA256, partner.sha256())
                .set(SENDER.APPLIED_AT, now)
                .set(SENDER.APPLIED_BY, LOGIN)
                .where(SENDER.SENDER_.eq(partner.sender()))
                .execute();
    }

    private void contacts(Partner partner) {
        jooq.deleteFrom(CONTACT).where(CONTACT.SENDER.eq(partner.sender())).execute();
        partner.contacts()
                .forEach(contact -> jooq.insertInto(CONTACT)
                        .set(CONTACT.SENDER, partner.sender())
                        .set(CONTACT.ROLE, contact.role())
                        .set(CONTACT.NAME, contact.name())
                        .set(CONTACT.EMAIL, contact.email())
                        .set(CONTACT.NOTICES, contact.notices().toArray(String[]::new))
                        .onConflictDoNothing()
                        .execute());
    }

    private void account(String sender, PartnerAccount account) {
        AccountRecord row = jooq.newRecord(ACCOUNT);
        row.setSender(sender);
        row.setTransport(account.transport());
        row.setHost(account.host().orElse(null));
        row.setPort(account.port().orElse(null));
        row.setUsername(account.username().orElse(null));
        row.setHostKey(account.hostKey().orElse(null));
        row.setKeyFile(account.keyFile().orElse(null));
        row.setFolder(account.folder());
        row.setCompletion(account.completion());
        account.drop().ifPresent(drop -> {
            row.setPublicKeys(drop.publicKeys().toArray(String[]::new));
            row.setQuota(drop.quota());
        });
        row.insert();
        account.openPgp().ifPresent(openPgp -> AccountPgp.write(jooq, sender, openPgp));
    }

    private void programs(Partner partner) {
        jooq.deleteFrom(SENDER_PROGRAM)
                .where(SENDER_PROGRAM.SENDER.eq(partner.sender()))
                .execute();
        partner.programs()
                .forEach(program -> jooq.insertInto(SENDER_PROGRAM)
                        .set(SENDER_PROGRAM.SENDER, partner.sender())
                        .set(SENDER_PROGRAM.PROGRAM_KEY, program.key())
                        .set(SENDER_PROGRAM.NAME, program.name())
                        .set(SENDER_PROGRAM.PROGRAM_TYPE, program.programType())
                        .execute());
        beliefs.write(partner);
    }

    private void contract(Partner partner, Contract contract) {
        ContractRecord row = jooq.newRecord(CONTRACT);
        row.setContract(contract.contract());
        row.setSender(partner.sender());
        row.setTitle(contract.title());
        row.setStartDate(contract.start());
        row.setEndDate(contract.end().orElse(null));
        row.setAmount(contract.amount().orElse(null));
        row.setSetupSha256(partner.sha256());
        row.setAppliedAt(now);
        row.merge();
        jooq.deleteFrom(CONTRACT_PROGRAM)
                .where(CONTRACT_PROGRAM.CONTRACT.eq(contract.contract()))
                .execute();
        contract.programs()
                .forEach(program -> jooq.insertInto(CONTRACT_PROGRAM)
                        .set(CONTRACT_PROGRAM.CONTRACT, contract.contract())
                        .set(CONTRACT_PROGRAM.SENDER, partner.sender())
                        .set(CONTRACT_PROGRAM.PROGRAM_KEY, program)
                        .execute());
    }

    private void feed(String sender, FeedEntry feed) {
        Long id = jooq.insertInto(FEED)
                .set(FEED.SENDER, sender)
                .set(FEED.NAME, feed.feed())
                .set(FEED.MAPPING, feed.mapping())
                .set(FEED.REVIEWED_STATUS, feed.status())
                .set(FEED.RETEST, feed.retest())
                .set(FEED.COMPLETES, feed.completes().orElse(null))
                .onConflict(FEED.SENDER, FEED.NAME)
                .doUpdate()
                .set(FEED.MAPPING, feed.mapping())
                .set(FEED.REVIEWED_STATUS, feed.status())
                .set(FEED.RETEST, feed.retest())
                .set(FEED.COMPLETES, feed.completes().orElse(null))
                .returningResult(FEED.FEED_ID)
                .fetchSingle(FEED.FEED_ID);
        new ExpectationRows(jooq, now).write(id, feed.due());
    }
}
