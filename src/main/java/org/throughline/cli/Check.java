package org.throughline.cli;

/** One thing that doctor looks at. */
@FunctionalInterface
public interface Check {

    /** Looks, and says what it found. A check that cannot be made says so; it throws nothing. */
    Finding run();

    /** How a check ended. */
    enum Verdict {
        /** As it should be. */
        OK,
        /** Worth a look. */
        WARN,
        /** The hub cannot do its work like this. */
        FAIL
    }

    /**
     * What a check found.
     *
     * @param name what was looked at
     * @param fix what to do; empty where all is well
     */
    record Finding(String name, Verdict verdict, String fact, String fix) {

        /** All is well. */
        public static Finding ok(String name, String fact) {
            return new Finding(name, Verdict.OK, fact, "");
        }

        /** Worth a look. */
        public static Finding warn(String name, String fact, String fix) {
            return new Finding(name, Verdict.WARN, fact, fix);
        }

        /** The hub cannot work like this. */
        public static Finding fail(String name, String fact, String fix) {
            return new Finding(name, Verdict.FAIL, fact, fix);
        }
    }
}
