package org.throughline.cli;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * A stack trace for the log. Shows where something failed and what kind of failure it was; leaves out the messages of libraries
 * and of the database, which may quote a cell.
 */
final class SafeTrace {
    private static final String OURS = "org.throughline.";

    private SafeTrace() {}

    static String of(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable one = failure; one != null && seen.add(one); one = one.getCause()) {
            text.append(text.isEmpty() ? "" : System.lineSeparator() + "caused by ")
                    .append(name(one));
            for (StackTraceElement frame : one.getStackTrace()) {
                text.append(System.lineSeparator()).append("    at ").append(frame);
            }
        }
        return text.toString();
    }

    private static String name(Throwable failure) {
        String type = failure.getClass().getName();
        return type.startsWith(OURS) ? type + ": " + failure.getMessage() : type;
    }
}
