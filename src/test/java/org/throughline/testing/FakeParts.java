package org.throughline.testing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.throughline.audit.AuditChain;
import org.throughline.cli.Check;
import org.throughline.cli.Parts;
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

/** Parts for tests of commands; what a test does not give is missing. */
public final class FakeParts implements Parts {
    private final Path home;
    /** The mappings. */
    public FakeMappings mappings = new FakeMappings(Set.of(), Set.of());
    /** What doctor looks at. */
    public final List<Check> checks = new ArrayList<>();
    /** The audit ledger. */
    public AuditChain chain;
    /** Looks at values. */
    public final List<String> shown = new ArrayList<>();
    /** Set-up. */
    public PartnerSetup partners;

    /** Nodes. */
    public LeaseStore nodes;

    /** Feeds at a glance. */
    public FeedBoard feeds = List::of;

    /** Parts with this home. */
    public FakeParts(Path home) {
        this.home = home;
    }

    @Override
    public Path home() {
        return home;
    }

    @Override
    public StoredRecords storedRecords() {
        return StoredRecords.UNKNOWN;
    }

    @Override
    public RetentionDesk retention() {
        throw new UnsupportedOperationException();
    }

    @Override
    public UploadTokens uploadTokens() {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappingCatalog mappings() {
        return mappings;
    }

    @Override
    public Compilation compile(MappingSource source) {
        return mappings.compile(source);
    }

    @Override
    public PartnerSetup partners() {
        return partners;
    }

    @Override
    public Baseline baseline() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void valuesAreShown(String action, String subject) {
        shown.add(action + " " + subject);
    }

    @Override
    public AuditChain auditChain() {
        return chain;
    }

    @Override
    public List<Check> checks(boolean network) {
        return checks;
    }

    @Override
    public Optional<MappingSample> sample(String mapping) {
        return Optional.empty();
    }

    @Override
    public PartnerFeeds partnerFeeds() {
        return new PartnerFeeds(List.of());
    }

    @Override
    public Clock clock() {
        return Clock.fixed(Instant.parse("2026-10-06T12:00:00Z"), ZoneOffset.UTC);
    }

    @Override
    public Intake intake() {
        throw new UnsupportedOperationException();
    }

    @Override
    public HeldDesk heldDesk() {
        throw new UnsupportedOperationException();
    }

    @Override
    public FindDesk findDesk() {
        throw new UnsupportedOperationException();
    }

    @Override
    public PublishingDesk publishing() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Replaying replaying(Replaying.Step step) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Nothings nothings() {
        throw new UnsupportedOperationException();
    }

    @Override
    public FeedSwitch feedSwitch() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ReceiptOutbox receipts() {
        throw new UnsupportedOperationException();
    }

    @Override
    public FeedBoard feeds() {
        return feeds;
    }

    @Override
    public ConsentStore consents() {
        throw new UnsupportedOperationException();
    }

    @Override
    public LinkageRun linkage() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Rulings rulings() {
        throw new UnsupportedOperationException();
    }

    @Override
    public LinkInquiry linkInquiry() {
        throw new UnsupportedOperationException();
    }

    @Override
    public MeasureRun measures() {
        throw new UnsupportedOperationException();
    }

    @Override
    public MeasureRecords measured() {
        throw new UnsupportedOperationException();
    }

    @Override
    public LeaseStore nodes() {
        return nodes;
    }

    @Override
    public OutcomeRelease outcomes() {
        throw new UnsupportedOperationException();
    }
}
