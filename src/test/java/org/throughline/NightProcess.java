package org.throughline;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.throughline.demo.DemoHub;
import org.throughline.night.Night;
import org.throughline.night.NightWatcher;
import org.throughline.problem.Problem;
import org.throughline.route.MailSetting;

/**
 * A process that runs one night at a set instant and ends. Arguments: the folder of the installation, the instant, and the
 * port of a mail server; home and database come by the environment, as for the hub itself.
 */
public final class NightProcess {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private NightProcess() {}

    public static void main(String[] arguments) {
        SilentLibraries.settle();
        Path folder = Path.of(arguments[0]);
        Clock clock = Clock.fixed(Instant.parse(arguments[1]), ZONE);
        try (Hub hub = new Hub(System.getenv(), folder, clock, "night");
                DemoHub nights = new HubNight(hub, folder.resolve("routes"), clock, mail(arguments[2]));
                Night night = nights.night(NightWatcher.nobody())) {
            night.run();
            night.readAcknowledgements().stream().map(Problem::fact).forEach(System.err::println);
        }
        System.exit(0);
    }

    private static MailSetting mail(String port) {
        return new MailSetting(
                "127.0.0.1",
                Integer.parseInt(port),
                "hub@throughline.example",
                Optional.empty(),
                MailSetting.Security.PLAIN,
                Optional.empty());
    }
}
