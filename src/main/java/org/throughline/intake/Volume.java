package org.throughline.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether a feed brings far fewer or far more records than the files before foretell. One file is odd where it lies beyond
 * what chance explains, and at least a third is missing, or half as much again came. Where one file cannot tell, the last three
 * together do: what an office stopped sending is missing tomorrow too.
 *
 * <p>What no rule can tell by one file is a half where a feed varies by 12 % and more from file to file, or brings few records; a
 * half is told of there when it lasts. Less than a fifth is never told of. Where a feed has files far off that mean nothing, some
 * of these are told of.
 */
public final class Volume {
    /** How many of the last files are looked at. */
    public static final int FILES = 100;

    private static final double THIRD_MISSING = Math.log(1.5);
    private static final double STILL_MISSING = Math.log(1.1);
    private static final double FAR = 2.7;

    private final List<Brought> before;
    private final Foretelling foretelling;

    /** The usual size by the files before, the oldest first. */
    public Volume(List<Brought> before) {
        this.before = before;
        foretelling = new Foretelling(before);
    }

    /** How many records a file brought, and on which day. */
    public record Brought(LocalDate day, long records) {
        /** The logarithm of its records, by which a half and a double are equally far. */
        double size() {
            return Math.log1p(records);
        }
    }

    /** What is odd about the size of a file. */
    public enum Kind {
        /** Far fewer records than usual. */
        SHRUNKEN,
        /** Far more records than usual. */
        SWOLLEN
    }

    /**
     * Files of an odd size.
     *
     * @param files how many, of which the last is the one that was asked for
     * @param records how many they brought
     * @param usual how many are usual for so many files
     */
    public record Odd(Kind kind, int files, long records, long usual) {}

    /** What is odd about this file; empty where it is usual, or too few came before to tell. */
    public Optional<Odd> odd(Brought file) {
        if (!foretelling.isFounded(1) || file.records() == 0 && hadNothing()) {
            return Optional.empty();
        }
        double usual = foretelling.usual(file.day());
        double distance = file.size() - usual;
        double chance = foretelling.chance(1, FAR, Math.exp(-usual));
        if (Math.abs(distance) > Math.max(THIRD_MISSING, chance)) {
            Kind kind = distance < 0 ? Kind.SHRUNKEN : Kind.SWOLLEN;
            return Optional.of(new Odd(kind, 1, file.records(), Math.round(Math.expm1(usual))));
        }
        return distance < -STILL_MISSING ? LastingLoss.of(before, file) : Optional.empty();
    }

    private boolean hadNothing() {
        return before.stream().anyMatch(file -> file.records() == 0);
    }
}
