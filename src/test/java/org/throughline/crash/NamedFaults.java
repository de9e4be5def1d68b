package org.throughline.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.throughline.crash.NightFault.Expected;
import org.throughline.crash.NightFault.Trial;
import org.throughline.crash.Stage.Plan;
import org.throughline.crash.Tripwire.Armed;

/** The faults that are played. */
final class NamedFaults {
    private static final int ROUNDS = 6;
    private static final int STRIKES = 4;

    /** Answers that go out before a later file of the night has come: the undisturbed night sends the last edition only. */
    private static final Pattern EARLIER_EDITION =
            Pattern.compile("^more in file (partners/[a-z]+/)?receipts/[^:]*#1[.-][^:]*:");

    private static final Pattern DATABASE_AWAY = event("ARRIVAL_FAILED", "the hub's database is away");
    private static final Pattern DATABASE_FULL = event("ARRIVAL_FAILED", "the disk of the hub's database is full");
    private static final Pattern DISK_FULL = event("ARRIVAL_FAILED", "the disk of the hub's home is full");
    private static final Pattern TRANSPORT = event("TRANSPORT", "");
    private static final Pattern SILENT = event("TRANSPORT", "did not answer in time");
    private static final Pattern NOTHING_NEW = Pattern.compile("^more in intake.channel_nothing: ");

    /** Instants of these nights, as they are written. */
    private static final Pattern INSTANT = Pattern.compile(
            "(?<=\"received\\.on\": \"d:)2026-10-0\\d|2026-?10-?0[6-9][ T]\\d\\d:?\\d\\d:?\\d\\d(\\.\\d+)?(Z|\\+00|[+-]\\d\\d:\\d\\d)?");

    /** Connections to PostgreSQL cut, the hub and the server alive. */
    static final NightFault CUT = new NightFault(
            "cut",
            NightGround.Kind.SHARED,
            ground -> random(ground, Strike::cut),
            Expected.maybe(EARLIER_EDITION, DATABASE_AWAY),
            PlantedLoss.rowLost());

    /** The same at every named write boundary. */
    static final NightFault CUT_AT_BOUNDARIES = new NightFault(
            "cut at boundaries",
            NightGround.Kind.SHARED,
            ground -> boundaries(ground, Strike::cut),
            Expected.maybe(EARLIER_EDITION, DATABASE_AWAY),
            PlantedLoss.rowLost());

    /** PostgreSQL stopped as one pulls a plug, and started again. */
    static final NightFault RESTART = new NightFault(
            "restart",
            NightGround.Kind.OWN_SERVER,
            ground -> random(ground, scene -> {
                ground.cluster().restart();
                return true;
            }),
            Expected.maybe(EARLIER_EDITION, DATABASE_AWAY),
            PlantedLoss.rowLost());

    /** The line to the partners' SFTP server cut in the middle of whatever goes over it. */
    static final NightFault SFTP_CUT = new NightFault(
            "sftp cut",
            NightGround.Kind.PARTNERS,
            ground -> line(ground, Line.Trouble.CUT, STRIKES),
            Expected.maybe(EARLIER_EDITION, NOTHING_NEW).and(TRANSPORT),
            PlantedLoss.fileHalf());

    /** The line falls silent. */
    static final NightFault SFTP_SILENT = new NightFault(
            "sftp silent",
            NightGround.Kind.PARTNERS,
            ground -> line(ground, Line.Trouble.SILENCE, 2),
            Expected.maybe(EARLIER_EDITION, NOTHING_NEW).and(SILENT),
            PlantedLoss.fileHalf());

    /** The server falls silent in the middle of a file, while its connection lives. */
    static final NightFault SFTP_HANGING = new NightFault(
            "sftp hanging",
            NightGround.Kind.PARTNERS,
            ground -> List.of(new Trial(
                    "at the 3rd read",
                    Plan.ofOne(List.of(), Strike::kill, ROUNDS),
                    () -> {
                        ground.peers().api().arm(List.of());
                        ground.peers().hanging().arm(3);
                    },
                    () -> {},
                    () -> ground.peers().hanging().release(),
                    () -> ground.peers().hanging().struck() ? 1 : 0)),
            Expected.maybe(EARLIER_EDITION, NOTHING_NEW).and(SILENT),
            PlantedLoss.fileHalf());

    /** A web API that is slow or answers with garbage. */
    static final NightFault HTTP = new NightFault(
            "http",
            NightGround.Kind.PARTNERS,
            NamedFaults::http,
            Expected.maybe(EARLIER_EDITION, NOTHING_NEW, event("HTTP_[A-Z]+", ""))
                    .and(event("HTTP_FAILED", "")),
            PlantedLoss.rowLost());

    /** The clock jumps, and jumps back. */
    static final NightFault CLOCK = new NightFault(
            "clock",
            NightGround.Kind.SHARED,
            NamedFaults::clock,
            Expected.maybe(EARLIER_EDITION).blurring(INSTANT),
            PlantedLoss.rowLost());

    /** No space left where originals and receipts are kept. */
    static final NightFault HOME_FULL = new NightFault(
            "disk full, home",
            NightGround.Kind.SMALL_HOME,
            ground -> List.of(full(ground, 30_000), full(ground, 250_000)),
            Expected.maybe(EARLIER_EDITION, TRANSPORT).and(DISK_FULL),
            PlantedLoss.fileHalf());

    /** No space left where the database is. */
    static final NightFault DATABASE_FILLED = new NightFault(
            "disk full, database",
            NightGround.Kind.SMALL_DATABASE,
            ground -> List.of(full(ground, 200_000), full(ground, 2_000_000)),
            Expected.maybe(EARLIER_EDITION, DATABASE_AWAY, DATABASE_FULL),
            PlantedLoss.rowLost());

    static final List<NightFault> ALL = List.of(
            CUT,
            HOME_FULL,
            SFTP_CUT,
            SFTP_SILENT,
            HTTP,
            RESTART,
            DATABASE_FILLED,
            CLOCK,
            CUT_AT_BOUNDARIES,
            SFTP_HANGING);

    private NamedFaults() {}

    private static Pattern event(String code, String fact) {
        return Pattern.compile("^more in intake.feed_event: .*code=" + code + "; fact=.*" + fact);
    }

    private static List<Trial> random(NightGround ground, Strike strike) {
        List<Trial> trials = new ArrayList<>();
        for (long seed = 1; seed <= 2; seed++) {
            List<Armed> at = ground.instants().within(seed, STRIKES);
            trials.add(Trial.of("seed " + seed, Plan.ofOne(at, strike, ROUNDS)));
        }
        return trials;
    }

    private static List<Trial> boundaries(NightGround ground, Strike strike) {
        List<Trial> trials = new ArrayList<>();
        List<Armed> all = ground.instants().boundaries().stream()
                .filter(at -> !at.name().startsWith("file "))
                .toList();
        for (int from = 0; from < all.size(); from += STRIKES) {
            List<Armed> some = all.subList(from, Math.min(from + STRIKES, all.size()));
            trials.add(Trial.of(
                    "boundaries from the " + (from + 1) + "th", Plan.ofOne(List.copyOf(some), strike, ROUNDS)));
        }
        return trials;
    }

    private static List<Trial> line(NightGround ground, Line.Trouble trouble, int strikes) {
        Line line = ground.peers().line();
        List<Trial> trials = new ArrayList<>();
        for (long seed = 1; seed <= 2; seed++) {
            List<Long> places = new Random(seed)
                    .longs(strikes, 3_000, ground.bytes())
                    .sorted()
                    .boxed()
                    .toList();
            trials.add(new Trial(
                    "seed " + seed + " after bytes " + places,
                    Plan.ofOne(List.of(), Strike::kill, ROUNDS),
                    () -> {
                        ground.peers().api().arm(List.of());
                        line.arm(trouble, places);
                    },
                    () -> {},
                    () -> line.arm(Line.Trouble.CUT, List.of()),
                    line::struck));
        }
        return trials;
    }

    private static List<Trial> http(NightGround ground) {
        Api api = ground.peers().api();
        List<Trial> trials = new ArrayList<>();
        List<Api.Trouble> all = List.of(Api.Trouble.values());
        for (List<Api.Trouble> some : List.of(all.subList(0, 4), all.subList(4, all.size()))) {
            trials.add(new Trial(
                    some.toString(),
                    Plan.ofOne(List.of(), Strike::kill, ROUNDS),
                    () -> api.arm(some),
                    () -> {},
                    () -> {},
                    api::struck));
        }
        return trials;
    }

    private static List<Trial> clock(NightGround ground) {
        Path wrong = ground.stage().night().clock();
        List<Trial> trials = new ArrayList<>();
        for (long seconds : List.of(3_600, -3_600, 86_400, -86_400)) {
            Strike jump = scene -> {
                if (!Files.deleteIfExists(wrong)) {
                    Files.writeString(wrong, Long.toString(seconds));
                }
                return false;
            };
            List<Armed> at = ground.instants().within(seconds, 2);
            trials.add(Trial.of("by " + seconds + " s and back", Plan.ofOne(at, jump, ROUNDS)));
        }
        return trials;
    }

    /** Freed when the hub has told of it, or has given up. */
    private static Trial full(NightGround ground, long left) {
        Strike free = scene -> {
            free(ground);
            return false;
        };
        boolean database = ground.hasCluster();
        List<Armed> at = List.of(new Armed(database ? "refused" : "before commit of insert intake.feed_event", 2, 0));
        return new Trial(
                left + " bytes left",
                new Plan(List.of(at), free, ROUNDS, () -> free(ground)),
                () -> {},
                () -> ground.disk().fill(left),
                () -> ground.disk().free(),
                () -> 0);
    }

    private static void free(NightGround ground) throws IOException {
        ground.disk().free();
        if (ground.hasCluster()) {
            ground.cluster().revive();
        }
    }
}
