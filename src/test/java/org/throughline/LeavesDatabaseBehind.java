package org.throughline;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that starts the embedded database of a home and then waits to be killed. Argument: the home. */
final class LeavesDatabaseBehind {

    private LeavesDatabaseBehind() {}

    public static void main(String[] arguments) throws IOException {
        Path home = Files.createDirectories(Path.of(arguments[0]));
        HomeLock lock = HomeLock.take(home, "left behind");
        EmbeddedDatabase database = EmbeddedDatabase.start(home, "throughline_login");
        System.out.println("ready");
        System.in.read();
        Reference.reachabilityFence(lock);
        Reference.reachabilityFence(database);
    }
}
