package org.throughline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;
import org.throughline.demo.DemoHub;
import org.throughline.night.Night;
import org.throughline.night.NightWatcher;
import org.throughline.problem.Problem;
import org.throughline.route.MailSetting;

/**
 * A process that runs one night at a set instant and ends. In several rounds it first takes in what stands ready, again and again,
 * and then runs the night until it succeeds, and once more. Says on its standard output when it has
 * finished what was left undone, and how each round ended. Arguments: the folder of the installation, the instant, the port of a
 * mail server, the number of rounds, and a file that says by how many seconds the clock is wrong; home and database come by the
 * environment, as for the hub itself.
 */
public final class NightProcess {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final int TRY_LATER = 75;

    private NightProcess() {}

    public static void main(String[] arguments) {
        SilentLibraries.settle();
        LogForm.settle(System.getenv());
        Path folder = Path.of(arguments[0]);
        Clock clock = new SetWrong(Clock.fixed(Instant.parse(arguments[1]), ZONE), Path.of(arguments[4]));
        boolean whole = false;
        try (Hub hub = new Hub(System.getenv(), folder, clock, "night");
                DemoHub nights = new HubNight(hub, folder.resolve("routes"), clock, mail(arguments[2]))) {
            int rounds = Integer.parseInt(arguments[3]);
            for (int round = 1; round < rounds; round++) {
                round(nights, Night::takeIn);
            }
            for (int round = 0; round < rounds && !whole; round++) {
                whole = round(nights, NightProcess::everything);
            }
            whole = whole && (rounds == 1 || round(nights, NightProcess::everything));
        } catch (RuntimeException failed) {
            tell(failed);
        }
        System.exit(whole ? 0 : TRY_LATER);
    }

    private static void everything(Night night) {
        night.run();
        night.readAcknowledgements().stream().map(Problem::fact).forEach(System.out::println);
    }

    /** As the hub does while it serves: a round that fails is told, and another one follows. */
    private static boolean round(DemoHub nights, Consumer<Night> work) {
        try (Night night = nights.night(new Telling())) {
            work.accept(night);
            System.out.println("complete");
            return true;
        } catch (RuntimeException failed) {
            tell(failed);
            return false;
        }
    }

    private static void tell(RuntimeException failed) {
        System.out.println("failed " + failed);
        LoggerFactory.getLogger(NightProcess.class).error("A round failed.", failed);
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

    /** Says when what was left undone is finished. */
    private static final class Telling implements NightWatcher {
        private boolean begun;
        private boolean said;

        @Override
        public void step(String words) {
            if (begun && !said) {
                said = true;
                System.out.println("resumed");
            }
            begun = true;
        }

        @Override
        public void records(String member, long records) {}
    }

    /** A clock that is wrong by the seconds that stand in a file, where there is one. */
    private static final class SetWrong extends Clock {
        private final Clock right;
        private final Path seconds;

        SetWrong(Clock right, Path seconds) {
            this.right = right;
            this.seconds = seconds;
        }

        @Override
        public Instant instant() {
            try {
                return Files.exists(seconds)
                        ? right.instant().plusSeconds(Long.parseLong(Files.readString(seconds)))
                        : right.instant();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public ZoneId getZone() {
            return right.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new SetWrong(right.withZone(zone), seconds);
        }
    }
}
