package org.throughline.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.throughline.audit.AuditChain;
import org.throughline.coverage.StoredRecords;
import org.throughline.find.FindDesk;
import org.throughline.intake.Baseline;
import org.throughline.intake.FeedBoard;
import org.throughline.intake.FeedSwitch;
import org.throughline.intake.HeldDesk;
import org.throughline.intake.Intake;
import org.throughline.intake.Nothings;
import org.throughline.intake.PublishingDesk;
import org.throughline.intake.ReceiptOutbox;
import org.throughline.intake.Replaying;
import org.throughline.intake.UploadTokens;
import org.throughline.linkage.LinkInquiry;
import org.throughline.linkage.LinkageRun;
import org.throughline.linkage.Rulings;
import org.throughline.mapping.Compilation;
import org.throughline.mapping.MappingCatalog;
import org.throughline.mapping.MappingSample;
import org.throughline.mapping.MappingSource;
import org.throughline.measure.MeasureRecords;
import org.throughline.measure.MeasureRun;
import org.throughline.node.LeaseStore;
import org.throughline.release.OutcomeRelease;
import org.throughline.retention.RetentionDesk;
import org.throughline.setup.ConsentStore;
import org.throughline.setup.PartnerFeeds;
import org.throughline.setup.PartnerSetup;

/** The parts of the hub that commands use. Each is made when it is first asked for, so that small commands start fast. */
public interface Parts {

    /** The hub's home. */
    Path home();

    /** Where mappings are found; needs no database. */
    MappingCatalog mappings();

    /** Compiles a mapping; needs no database. */
    Compilation compile(MappingSource source);

    /** The sample of a mapping, where it has one; needs no database. */
    Optional<MappingSample> sample(String mapping);

    /** Which mapping reads a feed, by the partner files; needs no database. */
    PartnerFeeds partnerFeeds();

    /** The hub's clock. */
    Clock clock();

    /** Takes files in. */
    Intake intake();

    /** Rules on held records. */
    HeldDesk heldDesk();

    /** Finds submissions, records and clients. */
    FindDesk findDesk();

    /** Publishes mappings. */
    PublishingDesk publishing();

    /** Reads kept originals again; every step is told. */
    Replaying replaying(Replaying.Step step);

    /** Stops and starts feeds. */
    FeedSwitch feedSwitch();

    /** States that feeds have nothing to report. */
    Nothings nothings();

    /** Writes receipts. */
    ReceiptOutbox receipts();

    /** All feeds at a glance. */
    FeedBoard feeds();

    /** Links client records. */
    LinkageRun linkage();

    /** Rulings on pairs of client records. */
    Rulings rulings();

    /** Says why client records are linked. */
    LinkInquiry linkInquiry();

    /** Computes measures. */
    MeasureRun measures();

    /** What measures computed. */
    MeasureRecords measured();

    /** Writes, delivers and explains outcome files. */
    OutcomeRelease outcomes();

    /** Consents by hand. */
    ConsentStore consents();

    /** Counts of what is stored. */
    StoredRecords storedRecords();

    /** Tokens with which partners upload by HTTP. */
    UploadTokens uploadTokens();

    /** Which nodes serve, and what each of them holds. */
    LeaseStore nodes();

    /** What is due to be removed, what holds it back, and the proofs of what was. */
    RetentionDesk retention();

    /** Set-up from reviewed files; checking needs no database. */
    PartnerSetup partners();

    /** What a draft of a mapping is held against. */
    Baseline baseline();

    /**
     * Notes in the audit ledger that somebody looks at values; nothing where this installation has no database, whose files are
     * the caller's own.
     */
    void valuesAreShown(String action, String subject);

    /** The audit ledger, to be verified. */
    AuditChain auditChain();

    /**
     * What doctor looks at.
     *
     * @param network true to try the partners' accounts and the mail server too
     */
    List<Check> checks(boolean network);
}
