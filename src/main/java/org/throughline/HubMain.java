package org.throughline;

import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.throughline.cli.Cli;

/** Constructs the hub and runs one command. The only class that reads a clock. */
public final class HubMain {

    private HubMain() {}

    /** Runs the command named by the arguments; the process ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(System.getenv(), Clock.systemUTC(), arguments));
    }

    private static int run(Map<String, String> environment, Clock clock, String[] arguments) {
        System.setProperty(
                "throughline.logs",
                ConfigurationReader.home(environment).resolve("logs").toString());
        Path folder = Path.of(System.getProperty("throughline.install", "."));
        try (Hub hub = new Hub(environment, folder, clock, holder(clock, arguments))) {
            return Cli.onStandardStreams(hub).run(arguments);
        }
    }

    private static String holder(Clock clock, String[] arguments) {
        String command = Arrays.stream(arguments)
                .takeWhile(word -> word.matches("[a-z-]+") && !word.startsWith("-"))
                .limit(2)
                .collect(Collectors.joining(" "));
        return command + ", process " + ProcessHandle.current().pid() + ", since "
                + clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
