package org.throughline.crash;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import org.throughline.crash.Stage.Plan;

/**
 * Something that befalls a night from outside, and by which nothing may be lost or doubled.
 *
 * @param allowed differences that it makes, since the hub tells of it: each a pattern
 * @param told a pattern that one of these differences must have
 * @param plant a loss that is planted after each night, which the comparison must see
 */
record Fault(String name, Ground.Kind ground, Nights nights, List<Pattern> allowed, List<Pattern> told, Plant plant) {

    /** The nights that are played. */
    @FunctionalInterface
    interface Nights {
        List<Trial> of(Ground ground) throws IOException;
    }

    /** Plants a loss. */
    @FunctionalInterface
    interface Plant {
        void plant(Ground ground, Connection database) throws IOException, SQLException;
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
     * @param after what is done after it
     * @param struck how often the night was struck by others than its plan
     */
    record Trial(String name, Plan plan, Work before, Work after, IntSupplier struck) {

        /** A night that only its plan strikes. */
        static Trial of(String name, Plan plan) {
            return new Trial(name, plan, () -> {}, () -> {}, () -> 0);
        }
    }
}
