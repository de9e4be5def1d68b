package org.throughline;

/**
 * What Java's own logging is set up with: nothing. Libraries that use it, Tomcat among them, would write to the terminal, and
 * their messages may quote what a partner sent. The hub's own log says what is worth knowing.
 */
public final class SilentLibraries {
    private static final String SETTING = "java.util.logging.config.class";

    /** Called by Java's logging, by name. */
    public SilentLibraries() {
        // No handler is made.
    }

    /** Must come before the first library logs. */
    static void settle() {
        System.setProperty(SETTING, SilentLibraries.class.getName());
    }
}
