package org.throughline.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.throughline.crash.Fault.Trial;
import org.throughline.crash.Stage.Plan;
import org.throughline.crash.Tripwire.Armed;

/** The faults that are played. */
final class NamedFaults {
    private static final int ROUNDS = 6;
    private static final int STRIKES = 4;

    private static final List<Pattern> TOLD_OF_DATABASE = List.of(Pattern.compile(
            "^more in intake.feed_event: .*code=ARRIVAL_FAILED; fact=[^;]*: the hub's database is away,"));

    /** Connections to PostgreSQL cut, the hub and the server alive. */
    static final Fault CUT = new Fault(
            "cut", Ground.Kind.SHARED, ground -> struck(ground, Strike::cut), List.of(), List.of(), Planted.rowLost());

    /** PostgreSQL stopped as one pulls a plug, and started again. */
    static final Fault RESTART = new Fault(
            "restart",
            Ground.Kind.OWN_SERVER,
            ground -> struck(ground, scene -> {
                ground.cluster().restart();
                return true;
            }),
            TOLD_OF_DATABASE,
            List.of(),
            Planted.rowLost());

    static final List<Fault> ALL = List.of(CUT, RESTART);

    private NamedFaults() {}

    private static List<Trial> struck(Ground ground, Strike strike) {
        List<Trial> trials = new ArrayList<>();
        for (long seed = 1; seed <= 1; seed++) {
            List<Armed> at = ground.instants().within(seed, STRIKES);
            trials.add(Trial.of("seed " + seed, new Plan(List.of(at), strike, ROUNDS)));
        }
        return trials;
    }
}
