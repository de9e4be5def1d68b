package org.throughline.crash;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.throughline.crash.Stage.Blow;
import org.throughline.crash.Stage.Plan;
import org.throughline.crash.Stage.Played;
import org.throughline.crash.Tripwire.Armed;

/**
 * Plays nights that are killed, compares each with an undisturbed one, and tells what was lost or doubled. Options: --points for
 * every named write boundary, or with --only those with a text in their name; --seed and --count for so many random instants, of
 * which a seed gives the same again; --faults for the named faults instead of kills, with --once the first night of each.
 */
public final class Kills {
    private static final int KILLS_A_NIGHT = 6;
    private static final int POINTS_A_NIGHT = 8;
    private static final int MANY = 20;

    private final Stage stage;
    private final PrintStream out;
    private final Played night;
    private final NightState undisturbed;
    private final Instants instants;
    private final long begun = System.nanoTime();
    private final List<Duration> recoveries = new ArrayList<>();
    private final List<Duration> completions = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private int kills;
    private int nights;

    /** Kills on this stage, after one night without any. */
    Kills(Stage stage, PrintStream out) throws IOException, SQLException {
        this.stage = stage;
        this.out = out;
        this.night = stage.play(Plan.undisturbed());
        this.undisturbed = night.state();
        this.instants = new Instants(night.moments());
    }

    /** The night that is undisturbed, as ground for faults of the same stage. */
    NightGround ground() {
        return NightGround.over(stage, night);
    }

    /** Runs the command; the exit status is 1 where anything was lost or doubled. */
    public static void main(String[] arguments) throws IOException, SQLException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> options = List.of(arguments);
        Path folder = Files.createTempDirectory("throughline-kills");
        if (options.contains("--faults")) {
            System.exit(new Faults(folder, out).run(text(options, "--only"), options.contains("--once")) ? 0 : 1);
        }
        long count = number(options, "--count", 200);
        try (Stage stage = count >= MANY ? Stage.forMany(folder) : Stage.forFew(folder)) {
            Kills kills = new Kills(stage, out);
            if (options.contains("--points")) {
                kills.points(text(options, "--only"));
            } else {
                kills.random(number(options, "--seed", 1), count);
            }
            System.exit(kills.told() ? 0 : 1);
        }
    }

    private static long number(List<String> options, String name, long usual) {
        String text = text(options, name);
        return text.isEmpty() ? usual : Long.parseLong(text);
    }

    private static String text(List<String> options, String name) {
        int at = options.indexOf(name);
        return at < 0 || at + 1 == options.size() ? "" : options.get(at + 1);
    }

    /** Kills at so many random instants, a few in each night; the n-th night has the n-th seed. */
    void random(long seed, long count) throws IOException, SQLException {
        long until = kills + count;
        for (long next = seed; kills < until; next++) {
            int most = (int) Math.min(KILLS_A_NIGHT, until - kills);
            night("seed " + next, instants.random(next, most));
        }
    }

    /** Kills at every named write boundary that has this text in its name; returns the names of those that did not come. */
    List<String> points(String only) throws IOException, SQLException {
        List<Armed> boundaries = instants.boundaries().stream()
                .filter(boundary -> boundary.name().contains(only))
                .toList();
        out.println(boundaries.size() + " boundaries");
        List<String> missed = new ArrayList<>();
        List<Armed> left = new ArrayList<>(boundaries);
        while (!left.isEmpty()) {
            List<Armed> some = left.subList(0, Math.min(POINTS_A_NIGHT, left.size()));
            int struck = night("boundary", List.copyOf(some));
            if (struck == 0) {
                missed.add(left.get(0).name());
                out.println("NOT HIT: " + left.get(0).name());
                struck = 1;
            }
            left = new ArrayList<>(left.subList(struck, left.size()));
        }
        return missed;
    }

    private int night(String name, List<Armed> at) throws IOException, SQLException {
        Played played = stage.play(Plan.kills(at));
        List<String> found = undisturbed.differences(played.state());
        nights++;
        differences.addAll(found);
        for (Blow blow : played.blows()) {
            kills++;
            recoveries.add(blow.recovery());
            out.printf(
                    Locale.ROOT,
                    "kill %d, %s, at %s: resumed after %.1f s, %d lost, %d doubled%n",
                    kills,
                    name,
                    blow.at(),
                    Figures.seconds(blow.recovery()),
                    NightState.lost(found),
                    found.size() - NightState.lost(found));
        }
        completions.add(played.complete());
        Figures.byPart(found).forEach(line -> out.println("  " + line));
        return played.blows().size();
    }

    /** Tells the figures; true where nothing was lost or doubled. */
    boolean told() {
        out.printf(
                Locale.ROOT,
                "%d kills in %d nights: %d lost, %d doubled; resumed after %s; night complete after %s; %.1f s a kill%n",
                kills,
                nights,
                NightState.lost(differences),
                differences.size() - NightState.lost(differences),
                Figures.spread(recoveries),
                Figures.spread(completions),
                Figures.seconds(Duration.ofNanos(System.nanoTime() - begun)) / Math.max(1, kills));
        return differences.isEmpty();
    }
}
