package org.throughline.crash;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.throughline.crash.Numbers.Naming;
import org.throughline.crash.Stage.Blow;
import org.throughline.crash.Stage.Played;

/** Plays nights that named faults befall, compares each with an undisturbed one, and tells what was lost or doubled. */
final class Faults implements AutoCloseable {
    private final Path folder;
    private final PrintStream out;
    private final Map<NightGround.Kind, NightGround> grounds = new EnumMap<>(NightGround.Kind.class);
    private final List<Duration> recoveries = new ArrayList<>();
    private Optional<HubProcess> hub = Optional.empty();
    private int struck;
    private int nights;
    private int wrong;
    private long lost;
    private long doubled;

    Faults(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /** Plays every fault that has one of these texts in its name, or the first night of each; true where all is well. */
    boolean run(String only, boolean once) throws IOException, SQLException {
        for (NightFault fault : NamedFaults.ALL) {
            if (Stream.of(only.split("\\|")).anyMatch(fault.name()::contains)) {
                run(once ? fault.once() : fault);
            }
        }
        close();
        return told();
    }

    private void run(NightFault fault) throws IOException, SQLException {
        Optional<String> obstacle = NightGround.obstacle(fault.ground());
        if (obstacle.isPresent()) {
            out.println("fault " + fault.name() + ": left out, since " + obstacle.get());
            return;
        }
        run(fault, ground(fault.ground()));
    }

    private NightGround ground(NightGround.Kind kind) throws IOException, SQLException {
        if (hub.isEmpty()) {
            hub = Optional.of(HubProcess.packed());
        }
        if (!grounds.containsKey(kind)) {
            grounds.put(kind, NightGround.make(kind, folder, hub.get()));
        }
        return grounds.get(kind);
    }

    /** Plays one fault on this ground. */
    void run(NightFault fault, NightGround ground) throws IOException, SQLException {
        for (NightFault.Trial trial : fault.nights().of(ground)) {
            List<String> planted = new ArrayList<>();
            trial.before().run();
            try {
                Played played = ground.stage().play(trial.plan(), trial.begun(), (database, home) -> {
                    try (Connection connection = database.owner().getConnection()) {
                        fault.plant().plant(ground, connection);
                    }
                    planted.addAll(
                            unexpected(fault, ground, NightState.of(database.owner(), home.home(), Naming.BY_FILE)));
                });
                judge(fault, trial, ground, played);
                if (planted.isEmpty()) {
                    fail("the planted loss was not seen");
                }
            } catch (IllegalStateException endless) {
                fail("fault " + fault.name() + ", " + trial.name() + ": " + endless.getMessage());
            } finally {
                trial.after().run();
            }
        }
    }

    private static List<String> differences(NightFault fault, NightGround ground, NightState state) {
        return fault.expected()
                .blurred()
                .map(text -> ground.undisturbed().without(text).differences(state.without(text)))
                .orElseGet(() -> ground.undisturbed().differences(state));
    }

    private static List<String> unexpected(NightFault fault, NightGround ground, NightState state) {
        return differences(fault, ground, state).stream()
                .filter(line -> fault.expected().allowed().stream()
                        .noneMatch(pattern -> pattern.matcher(line).find()))
                .toList();
    }

    private void judge(NightFault fault, NightFault.Trial trial, NightGround ground, Played played) {
        List<String> found = unexpected(fault, ground, played.byFile());
        List<String> all = differences(fault, ground, played.byFile());
        nights++;
        int strikes = played.blows().size() + trial.struck().getAsInt();
        struck += strikes;
        lost += NightState.lost(found);
        doubled += found.size() - NightState.lost(found);
        recoveries.addAll(played.blows().stream().map(Blow::recovery).toList());
        out.printf(
                Locale.ROOT,
                "fault %s, %s: struck %d times, %s, complete after %s, %d lost, %d doubled, %d told%n",
                fault.name(),
                trial.name(),
                strikes,
                played.processes() == 1 ? "the same process went on" : played.processes() + " processes",
                Figures.spread(played.blows().stream().map(Blow::recovery).toList()),
                NightState.lost(found),
                found.size() - NightState.lost(found),
                all.size() - found.size());
        played.blows().forEach(blow -> out.println("  at " + blow.at()));
        Figures.byPart(found).forEach(line -> out.println("  " + line));
        if (strikes == 0) {
            fail("the fault did not come");
        }
        for (Pattern told : fault.expected().told()) {
            if (all.stream().noneMatch(line -> told.matcher(line).find())) {
                fail("nobody was told: " + told);
            }
        }
    }

    private void fail(String why) {
        wrong++;
        out.println("  WRONG: " + why);
    }

    /** Tells the figures; true where nothing was lost or doubled, and every planted loss was seen. */
    boolean told() {
        out.printf(
                Locale.ROOT,
                "%d strikes in %d nights: %d lost, %d doubled, %d otherwise wrong; complete after %s%n",
                struck,
                nights,
                lost,
                doubled,
                wrong,
                Figures.spread(recoveries));
        return lost + doubled + wrong == 0;
    }

    @Override
    public void close() throws IOException {
        for (NightGround ground : grounds.values()) {
            ground.close();
        }
        grounds.clear();
    }
}
