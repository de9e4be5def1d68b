package org.throughline;

import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.throughline.cli.Cli;
import org.throughline.cli.Console;
import org.throughline.demo.Demo;
import org.throughline.demo.DemoCommand;
import org.throughline.demo.DemoHub;
import org.throughline.route.HubFault;

/** Constructs the hub and runs one command. The only class that reads a clock. */
public final class HubMain {

    private HubMain() {}

    /** Runs the command named by the arguments; the process ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(System.getenv(), Clock.systemUTC(), arguments));
    }

    private static int run(Map<String, String> environment, Clock clock, String[] arguments) {
        SilentLibraries.settle();
        LogForm.settle(environment);
        Path folder = Path.of(System.getProperty("throughline.install", "."));
        try (Hub hub = new Hub(environment, folder, clock, holder(clock, arguments))) {
            Cli cli = Cli.onStandardStreams(hub);
            return cli.outages(failure -> HubFault.of(failure).map(HubFault::words))
                    .with("demo", demo(environment, folder, cli.console()))
                    .with("serve", new ServeCommand(hub, cli.console()))
                    .run(arguments);
        }
    }

    private static DemoCommand demo(Map<String, String> environment, Path folder, Console console) {
        DemoHub.Opening opening = (at, mail) -> new HubNight(
                new Hub(
                        environment,
                        folder,
                        at,
                        "demo, process " + ProcessHandle.current().pid()),
                folder.resolve("routes"),
                at,
                mail);
        Demo demo = new Demo(opening, folder.resolve("mappings"), console::say, step -> console.tell("  ... " + step));
        return new DemoCommand(demo, ConfigurationReader.home(environment), console::say);
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
