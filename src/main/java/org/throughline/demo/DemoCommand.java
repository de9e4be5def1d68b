package org.throughline.demo;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Plays one night with made-up partners: what came in, what was held, who was linked, what went back.")
public final class DemoCommand implements Callable<Integer> {
    private static final int OK = 0;
    private static final int PROBLEMS = 3;

    @Option(
            names = "--once",
            description =
                    "Accepted for scripts: a night always ends by itself, with exit code 0 only if every check holds.")
    private boolean once;

    private final DemoHub.Opening hubs;
    private final Path home;
    private final Path installed;
    private final Consumer<String> out;
    private final Consumer<String> progress;

    /**
     * The command on a home.
     *
     * @param installed the installation's mappings
     * @param out where the report goes
     * @param progress where the steps are told while they run
     */
    public DemoCommand(
            DemoHub.Opening hubs, Path home, Path installed, Consumer<String> out, Consumer<String> progress) {
        this.hubs = hubs;
        this.home = home;
        this.installed = installed;
        this.out = out;
        this.progress = progress;
    }

    @Override
    public Integer call() {
        boolean held = new Demo(hubs, installed, out, progress).play(home);
        if (held && !once) {
            out.accept("");
            out.accept("Run ./throughline demo again for the next night; everything stays where it is.");
        }
        return held ? OK : PROBLEMS;
    }
}
