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

    private final Demo demo;
    private final Path home;
    private final Consumer<String> out;

    /** The command that plays this demo on a home and speaks there. */
    public DemoCommand(Demo demo, Path home, Consumer<String> out) {
        this.demo = demo;
        this.home = home;
        this.out = out;
    }

    @Override
    public Integer call() {
        boolean held = demo.play(home);
        if (held && !once) {
            out.accept("");
            out.accept("Run ./throughline demo again for the next night; everything stays where it is.");
        }
        return held ? OK : PROBLEMS;
    }
}
