package org.throughline.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.throughline.intake.Delivery;
import org.throughline.intake.FeedId;
import org.throughline.intake.HeldDesk;
import org.throughline.intake.Intake;
import org.throughline.intake.IntakePorts;
import org.throughline.intake.MemberReport;
import org.throughline.intake.OriginalFolder;
import org.throughline.intake.Progress;
import org.throughline.intake.Receipt;
import org.throughline.intake.ReceiptOutbox;
import org.throughline.intake.Replaying;
import org.throughline.intake.SubmissionWatcher;
import org.throughline.mapping.MappingFolder;
import org.throughline.store.Database;
import org.throughline.store.JooqAuditLedger;
import org.throughline.store.JooqHeldStore;
import org.throughline.store.JooqLoads;
import org.throughline.store.JooqMappingVersions;
import org.throughline.store.JooqReceipts;
import org.throughline.store.JooqReplays;
import org.throughline.store.JooqSubmissionLedger;

/** A hub's intake on a fresh home: real mappings, real files, a real database. */
public final class IntakeScene {
    private final Path home;
    private final IntakePorts ports;
    private final Intake intake;
    private final JooqReplays replays;
    private final TestQueries queries;

    /** Intake at a fixed instant, with the project's mappings. */
    public IntakeScene(TestDatabase postgres, Path home) {
        this(postgres, home, Path.of("mappings"));
    }

    /** Intake at a fixed instant, with these mappings before the project's own. */
    public IntakeScene(TestDatabase postgres, Path home, Path mappings) {
        this(postgres.hub(), home, mappings);
    }

    /** Intake over these connections, which a test may make fail. */
    public IntakeScene(DataSource hub, Path home, Path mappings) {
        this(hub, home, mappings, Clock.fixed(Instant.parse("2026-10-06T22:00:00Z"), ZoneOffset.UTC));
    }

    /** Intake at the instants that the clock tells. */
    public IntakeScene(DataSource hub, Path home, Path mappings, Clock clock) {
        this.home = home;
        Database database = new Database(hub);
        this.queries = new TestQueries(hub);
        this.ports = new IntakePorts(
                new JooqSubmissionLedger(database),
                new JooqMappingVersions(database, clock),
                new JooqLoads(database, clock),
                new JooqReceipts(database, clock),
                new JooqHeldStore(database),
                new JooqAuditLedger(database, clock),
                MappingFolder.of(mappings, Path.of("mappings")),
                new OriginalFolder(home.resolve("originals")),
                clock,
                SubmissionWatcher.NOBODY);
        this.intake = new Intake(ports);
        this.replays = new JooqReplays(database);
    }

    /** Takes a file in. */
    public Receipt run(String feed, Path file) {
        return intake.submit(
                new Delivery(FeedId.parse(feed), file, file.getFileName().toString(), Optional.empty()),
                Progress.SILENT);
    }

    /** Takes a folder in as a zip. */
    public Receipt runFolder(String feed, Path folder) {
        return run(feed, zip(folder, folder.getFileName() + ".zip", 1));
    }

    /** The folder's CSV files as a zip; another salt gives other bytes with the same members. */
    public Path zip(Path folder, String name, long salt) {
        Path zip = home.resolve(name);
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream members = new ZipOutputStream(out);
                Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                ZipEntry entry = new ZipEntry(file.getFileName().toString());
                entry.setTime(1_600_000_000_000L + salt * 86_400_000L);
                members.putNextEntry(entry);
                Files.copy(file, members);
                members.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zip;
    }

    /** What became of one member. */
    public static MemberReport member(Receipt receipt, String file) {
        return receipt.members().stream()
                .filter(member -> member.file().equals(file))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No member " + file + " in " + receipt.members()));
    }

    /** The one number or text that a query gives. */
    public Object value(String sql, Object... values) {
        return queries.value(sql, values);
    }

    /** The rows that a query gives, each as texts. */
    public List<List<String>> rows(String sql, Object... values) {
        return queries.rows(sql, values);
    }

    /** The intake itself. */
    public Intake intake() {
        return intake;
    }

    /** What intake works on. */
    public IntakePorts ports() {
        return ports;
    }

    /** Its desk for held records. */
    public HeldDesk desk() {
        return new HeldDesk(ports, intake);
    }

    /** Its replays; every step is told. */
    public Replaying replaying(Replaying.Step step) {
        return new Replaying(ports, replays, step);
    }

    /** Its receipts as files. */
    public ReceiptOutbox outbox() {
        return new ReceiptOutbox(ports, home.resolve("receipts"));
    }
}
