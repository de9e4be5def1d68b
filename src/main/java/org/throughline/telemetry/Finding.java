package org.throughline.telemetry;

/**
 * How one thing stands, and what to do about it.
 *
 * @param fix what to do; empty where all is well
 */
public record Finding(HealthCheck check, Verdict verdict, String fact, String fix) {

    /** How it stands. */
    public enum Verdict {
        /** As it should be. */
        OK,
        /** Worth a look. */
        WARN,
        /** The hub cannot do its work like this. */
        FAIL
    }

    /** All is well. */
    public static Finding ok(HealthCheck check, String fact) {
        return new Finding(check, Verdict.OK, fact, "");
    }

    /** Worth a look. */
    public static Finding warn(HealthCheck check, String fact, String fix) {
        return new Finding(check, Verdict.WARN, fact, fix);
    }

    /** The hub cannot work like this. */
    public static Finding fail(HealthCheck check, String fact, String fix) {
        return new Finding(check, Verdict.FAIL, fact, fix);
    }
}
