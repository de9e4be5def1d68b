package org.throughline.crash;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import org.throughline.crash.Stage.Plan;

/**
 * Something that befalls a night from outside, and by which nothing may be lost or doubled.
 *
 * @param plant a loss that is planted after each night, which the comparison must see
 */
record NightFault(String name, NightGround.Kind ground, Nights nights, Expected expected, Plant plant) {

    /**
     * How a night may differ from an undisturbed one.
     *
     * @param allowed differences that come with it: each a pattern
     * @param told patterns of differences that must come, since the hub tells of it
     * @param blurred what is not compared: a pattern of text
     */
    record Expected(List<Pattern> allowed, List<Pattern> told, Optional<Pattern> blurred) {

        /** Differences that come with it, and all of which may stay away. */
        static Expected maybe(Pattern... allowed) {
            return new Expected(List.of(allowed), List.of(), Optional.empty());
        }

        /** The same, and one that must come. */
        Expected and(Pattern must) {
            List<Pattern> more = new ArrayList<>(allowed);
            more.add(must);
            return new Expected(more, List.of(must), blurred);
        }

        /** Without a look at text like this. */
        Expected blurring(Pattern text) {
            return new Expected(allowed, told, Optional.of(text));
        }
    }

    /** The nights that are played. */
    @FunctionalInterface
    interface Nights {
        List<Trial> of(NightGround ground) throws IOException;
    }

    /** The same with its first night only. */
    NightFault once() {
        return new NightFault(name, ground, any -> nights.of(any).subList(0, 1), expected, plant);
    }

    /** Plants a loss. */
    @FunctionalInterface
    interface Plant {
        void plant(NightGround ground, Connection database) throws IOException, SQLException;
    }

    /** Work that may fail. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    /**
     * One night.
     *
     * @param before what is done before it
     * @param begun what is done when its evening has come, before the hub is started
     * @param after what is done after it
     * @param struck how often the night was struck by others than its plan
     */
    record Trial(String name, Plan plan, Work before, Work begun, Work after, IntSupplier struck) {

        /** A night that only its plan strikes. */
        static Trial of(String name, Plan plan) {
            return new Trial(name, plan, () -> {}, () -> {}, () -> {}, () -> 0);
        }
    }
}
