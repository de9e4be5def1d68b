package org.throughline;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.throughline.intake.SubmissionWatcher;
import org.throughline.intake.UploadTokens;
import org.throughline.linkage.DeterministicEngine;
import org.throughline.linkage.LinkInquiry;
import org.throughline.linkage.LinkageRun;
import org.throughline.linkage.Rulings;
import org.throughline.mapping.Compilation;
import org.throughline.mapping.MappingCatalog;
import org.throughline.mapping.MappingCompiler;
import org.throughline.mapping.MappingFolder;
import org.throughline.mapping.MappingSample;
import org.throughline.mapping.MappingSource;
import org.throughline.measure.Measure;
import org.throughline.measure.MeasureRecords;
import org.throughline.measure.MeasureRun;
import org.throughline.node.LeaseStore;
import org.throughline.release.OutcomeRelease;
import org.throughline.retention.RetentionDesk;
import org.throughline.route.ChannelKinds;
import org.throughline.route.ChannelSetting;
import org.throughline.route.RouteSetting;
import org.throughline.setup.ConsentStore;
import org.throughline.setup.PartnerFeeds;
import org.throughline.setup.PartnerSetup;
import org.throughline.setup.RouteCatalog;
import org.throughline.setup.SetupFolder;
import org.throughline.setup.SetupScope;
import org.throughline.setup.SetupSurroundings;
import org.throughline.store.Database;
import org.throughline.store.JooqAuditChain;
import org.throughline.store.JooqAuditLedger;
import org.throughline.store.JooqClientIndex;
import org.throughline.store.JooqConsentStore;
import org.throughline.store.JooqFeedBoard;
import org.throughline.store.JooqFeedSwitch;
import org.throughline.store.JooqFindIndex;
import org.throughline.store.JooqHolds;
import org.throughline.store.JooqKeptOriginals;
import org.throughline.store.JooqLeaseStore;
import org.throughline.store.JooqMeasureRecords;
import org.throughline.store.JooqNothings;
import org.throughline.store.JooqPublications;
import org.throughline.store.JooqReplays;
import org.throughline.store.JooqRetention;
import org.throughline.store.JooqRulings;
import org.throughline.store.JooqSetupStore;
import org.throughline.store.JooqStoredRecords;
import org.throughline.store.JooqUploadTokens;

/** The hub's parts, each made once and when it is first asked for. */
public final class Hub implements Parts, AutoCloseable {
    private final Path home;
    private final Lazy<HubConfiguration> configuration;
    private final Installation installation;
    private final Clock clock;
    private final String holder;
    private final Lazy<HubDatabase> database;
    private final Lazy<Database> hub;
    private final Lazy<MappingFolder> mappings;
    private final Lazy<HubIntake> intake;
    private final Lazy<HubOutcomes> outcomes;
    private final Lazy<MappingCompiler> compiler = new Lazy<>(MappingCompiler::new);
    private SubmissionWatcher watcher = SubmissionWatcher.NOBODY;

    /**
     * The hub that an environment describes; its configuration is read when a part first needs it.
     *
     * @param folder where the hub's own files are installed: mappings, routes
     * @param holder what runs, for whoever finds the home locked
     */
    public Hub(Map<String, String> environment, Path folder, Clock clock, String holder) {
        this.home = ConfigurationReader.home(environment);
        this.configuration = new Lazy<>(() -> ConfigurationReader.read(environment));
        this.installation = new Installation(home, folder);
        this.clock = clock;
        this.holder = holder;
        this.database = new Lazy<>(() -> HubDatabase.open(configuration.get(), holder));
        this.hub = new Lazy<>(() -> new Database(database.get().hub()));
        this.mappings =
                new Lazy<>(() -> MappingFolder.of(installation.mappings().toArray(Path[]::new)));
        this.intake = new Lazy<>(this::makeIntake);
        this.outcomes = new Lazy<>(() -> new HubOutcomes(hub.get(), routeSetting(), clock));
    }

    HubConfiguration configuration() {
        return configuration.get();
    }

    /** Whom intake tells how submissions make their way; nobody until this is called, which must be before the first file. */
    void watchedBy(SubmissionWatcher chosen) {
        watcher = chosen;
    }

    Optional<Path> routes() {
        return installation.routes();
    }

    /** Nobody else serves under this node's name until what is returned is closed. */
    AutoCloseable serveAlone() {
        try {
            return HomeLock.serving(configuration.get().spool(), holder);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private RouteSetting routeSetting() {
        ChannelSetting channels = ChannelSetting.delivering(home.resolve("drivers"));
        return configuration.get().routes(installation.routes(), clock, channels);
    }

    private HubIntake makeIntake() {
        new PurgedAgain(retention()).beforeAnythingElse();
        HubIntake made = new HubIntake(this, watcher);
        if (configuration.get().server().isEmpty()) {
            made.resume();
        }
        return made;
    }

    @Override
    public Path home() {
        return home;
    }

    @Override
    public MappingCatalog mappings() {
        return mappings.get();
    }

    @Override
    public Compilation compile(MappingSource source) {
        return compiler.get().compile(source);
    }

    @Override
    public Optional<MappingSample> sample(String mapping) {
        return mappings.get().sample(mapping);
    }

    @Override
    public PartnerFeeds partnerFeeds() {
        return new PartnerFeeds(installation.mappings());
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Intake intake() {
        return intake.get().intake();
    }

    @Override
    public HeldDesk heldDesk() {
        return intake.get().heldDesk();
    }

    @Override
    public FindDesk findDesk() {
        return new FindDesk(new JooqFindIndex(hub.get()), intake.get().ports().audit());
    }

    @Override
    public PublishingDesk publishing() {
        return new PublishingDesk(
                intake.get().ports(), new JooqPublications(hub.get(), clock), feedSwitch(), this::sample);
    }

    @Override
    public Replaying replaying(Replaying.Step step) {
        return new Replaying(intake.get().ports(), new JooqReplays(hub.get()), step);
    }

    @Override
    public FeedSwitch feedSwitch() {
        return new JooqFeedSwitch(hub.get(), clock);
    }

    @Override
    public Nothings nothings() {
        return new JooqNothings(hub.get(), clock);
    }

    @Override
    public ReceiptOutbox receipts() {
        return intake.get().receipts();
    }

    /** The connections of the hub's own role. */
    HikariDataSource pool() {
        return database.get().hub();
    }

    Database database() {
        return hub.get();
    }

    HubIntake hubIntake() {
        return intake.get();
    }

    @Override
    public FeedBoard feeds() {
        return new JooqFeedBoard(hub.get());
    }

    @Override
    public LinkageRun linkage() {
        return new LinkageRun(new JooqClientIndex(hub.get()), new DeterministicEngine());
    }

    @Override
    public Rulings rulings() {
        return new JooqRulings(hub.get(), clock);
    }

    @Override
    public LinkInquiry linkInquiry() {
        return new LinkInquiry(
                new JooqClientIndex(hub.get()),
                new DeterministicEngine(),
                new JooqAuditLedger(hub.get(), clock),
                clock);
    }

    @Override
    public MeasureRun measures() {
        return new MeasureRun(measured());
    }

    @Override
    public MeasureRecords measured() {
        return new JooqMeasureRecords(hub.get());
    }

    @Override
    public OutcomeRelease outcomes() {
        return outcomes.get().release();
    }

    @Override
    public ConsentStore consents() {
        return new JooqConsentStore(hub.get(), clock);
    }

    @Override
    public StoredRecords storedRecords() {
        return new JooqStoredRecords(hub.get());
    }

    @Override
    public RetentionDesk retention() {
        return new RetentionDesk(
                new JooqRetention(hub.get(), clock),
                new JooqHolds(hub.get(), clock),
                home,
                clock.withZone(configuration.get().zone()));
    }

    @Override
    public UploadTokens uploadTokens() {
        return new JooqUploadTokens(hub.get(), clock);
    }

    @Override
    public LeaseStore nodes() {
        return new JooqLeaseStore(hub.get());
    }

    @Override
    public PartnerSetup partners() {
        SetupSurroundings surroundings = new SetupSurroundings(
                home(),
                mappings(),
                this::compile,
                installation.codes("hub/program_type"),
                measureClasses(),
                routeCatalog());
        return new PartnerSetup(
                new SetupFolder(installation.mappings(), surroundings),
                this::setupStore,
                clock.withZone(configuration.get().zone()));
    }

    private RouteCatalog routeCatalog() {
        return new RouteCatalog(installation.routes(), ChannelKinds.uses());
    }

    private JooqSetupStore setupStore() {
        hub.get();
        return new JooqSetupStore(
                new Database(database.get().owner()), configuration.get().rolePrefix(), clock);
    }

    @Override
    public Baseline baseline() {
        return new Baseline(intake.get().ports(), new JooqKeptOriginals(hub.get()));
    }

    @Override
    public void valuesAreShown(String action, String subject) {
        if (configuration.get().server().isPresent() || EmbeddedDatabase.isIn(home)) {
            new JooqAuditLedger(hub.get(), clock).record(action, subject, Map.of("values", "shown"));
        }
    }

    @Override
    public AuditChain auditChain() {
        return new JooqAuditChain(hub.get());
    }

    @Override
    public List<Check> checks(boolean network) {
        List<Check> checks = new ArrayList<>(new HomeChecks(home, installation).all());
        checks.add(this::mappingsCompile);
        HubConfiguration.Http http = configuration.get().http();
        http.certificate()
                .ifPresent(file ->
                        checks.add(() -> new CertificateCheck(file, http.key().orElse(file), clock).run()));
        configuration.get().mail().ifPresent(mail -> checks.add(() -> new MailCheck(mail, network).run()));
        String rolePrefix = configuration.get().rolePrefix();
        DatabaseChecks databaseChecks = new DatabaseChecks(database, this::auditChain, rolePrefix, clock);
        checks.addAll(databaseChecks.all());
        checks.addAll(databaseChecks.isReady() ? List.of(() -> NodeCheck.of(nodes())) : List.of());
        checks.add(() -> PartnerChecks.files(partners().check(SetupScope.all()).problems()));
        if (databaseChecks.isReady()) {
            checks.addAll(new PartnerChecks(partners().current().partners(), routeCatalog(), network, clock).all());
        }
        return checks;
    }

    private Check.Finding mappingsCompile() {
        List<String> ids = mappings().ids();
        List<String> wrong = ids.stream()
                .filter(id -> mappings()
                        .find(id)
                        .map(this::compile)
                        .flatMap(Compilation::mapping)
                        .isEmpty())
                .toList();
        return wrong.isEmpty()
                ? Check.Finding.ok("mappings", "All " + ids.size() + " mappings compile.")
                : Check.Finding.fail(
                        "mappings",
                        wrong.size() + " of " + ids.size() + " mappings do not compile: " + String.join(", ", wrong)
                                + ".",
                        "Run mapping check to see why.");
    }

    /** Measures of this version and the class of data that each tells about. */
    private static Map<String, String> measureClasses() {
        return Arrays.stream(Measure.values()).collect(Collectors.toMap(Measure::id, Hub::dataClass));
    }

    private static String dataClass(Measure measure) {
        return switch (measure.source()) {
            case HOMELESSNESS -> "hmis";
            case CHILD_WELFARE -> "child_welfare";
        };
    }

    @Override
    public void close() {
        outcomes.ifMade(HubOutcomes::close);
        database.ifMade(HubDatabase::close);
    }
}
