package org.throughline.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.throughline.intake.Volume.Brought;

/**
 * What the last files lack together, by what those before them foretold. None of them counts for more than a third missing, or
 * more than chance explains, so that it takes several to tell.
 */
final class LastingLoss {
    /** How many files tell together. */
    static final int FILES = 3;

    private static final double FIFTH_MISSING = Math.log(1.25);
    private static final double THIRD_MISSING = Math.log(1.5);
    private static final double MOST_OF_ONE = 4;
    private static final double FAR = 2.9;

    private LastingLoss() {}

    /** The loss that this file and those right before it share; empty where there is none. */
    static Optional<Volume.Odd> of(List<Brought> before, Brought file) {
        int earlier = before.size() - FILES + 1;
        Foretelling foretelling = new Foretelling(before.subList(0, Math.max(0, earlier)));
        if (!foretelling.isFounded(FILES)) {
            return Optional.empty();
        }
        List<Brought> last = IntStream.rangeClosed(earlier, before.size())
                .mapToObj(i -> i < before.size() ? before.get(i) : file)
                .toList();
        double[] usual =
                last.stream().mapToDouble(one -> foretelling.usual(one.day())).toArray();
        double distance = 0;
        double counting = 0;
        for (int i = 0; i < FILES; i++) {
            double most = Math.max(THIRD_MISSING, MOST_OF_ONE * foretelling.spread(1, Math.exp(-usual[i])));
            distance += Math.max(-most, Math.min(most, last.get(i).size() - usual[i])) / FILES;
            counting += Math.exp(-usual[i]) / FILES / FILES;
        }
        return -distance > Math.max(FIFTH_MISSING, foretelling.chance(FILES, FAR, counting))
                ? Optional.of(odd(last, usual))
                : Optional.empty();
    }

    private static Volume.Odd odd(List<Brought> last, double[] usual) {
        long records = last.stream().mapToLong(Brought::records).sum();
        double foretold =
                IntStream.range(0, FILES).mapToDouble(i -> Math.expm1(usual[i])).sum();
        return new Volume.Odd(Volume.Kind.SHRUNKEN, FILES, records, Math.round(foretold));
    }
}
