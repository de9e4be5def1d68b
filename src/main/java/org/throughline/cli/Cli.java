package org.throughline.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.slf4j.LoggerFactory;
import org.throughline.problem.NotFoundException;
import org.throughline.problem.RefusedException;
import org.throughline.problem.SetupException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command line: finds the command, runs it, and turns whatever happens into one sentence and an exit code. */
public final class Cli {
    private final Parts parts;
    private final Console console;
    private final CommandTree commands;
    private Function<Throwable, Optional<String>> outages = any -> Optional.empty();

    /** Commands on these parts, which speak to these streams. */
    public Cli(Parts parts, PrintStream out, PrintStream err) {
        this(parts, new Console(out, err));
    }

    /** Commands on these parts, which speak there. */
    public Cli(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
        this.commands = new CommandTree(new CommandFactory(parts, console));
    }

    /** Commands that speak to the standard streams of this process, in UTF-8 whatever the locale. */
    public static Cli onStandardStreams(Parts parts) {
        return new Cli(
                parts,
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    /** Adds a command that lives outside this package; picocli's annotations describe it. */
    public Cli with(String name, Callable<Integer> command) {
        commands.add(name, command);
        return this;
    }

    /** Says in words where a command failed for want of something that comes back, or that a person can give: the end of a sentence. */
    public Cli outages(Function<Throwable, Optional<String>> words) {
        outages = words;
        return this;
    }

    /** Where commands speak, for commands that live outside this package. */
    public Console console() {
        return console;
    }

    /** Runs one command; the number is the exit code. */
    public int run(String... arguments) {
        CommandLine line = commands.of(arguments);
        line.setOut(new PrintWriter(console.out(), true));
        line.setErr(new PrintWriter(console.err(), true));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        boolean json = Arrays.asList(arguments).contains("--json");
        line.setParameterExceptionHandler((wrong, given) -> misused(wrong, json));
        line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, json));
        return line.execute(arguments);
    }

    private int misused(ParameterException wrong, boolean json) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        String name = command.getCommandSpec().qualifiedName();
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
        return stopped(ExitCode.USAGE, List.of(wrong.getMessage(), "Run " + name + " --help to see its form."), json);
    }

    private int failed(Exception failure, boolean json) {
        if (failure instanceof StopException stop) {
            return stopped(stop.code(), List.of(stop.getMessage()), json);
        }
        if (failure instanceof NotFoundException missing) {
            return stopped(ExitCode.NOT_FOUND, List.of(missing.getMessage()), json);
        }
        if (failure instanceof RefusedException refused) {
            return stopped(ExitCode.REFUSED, List.of(refused.getMessage()), json);
        }
        if (failure instanceof SetupException setup) {
            return stopped(ExitCode.PROBLEMS, setup.findings(), json);
        }
        Optional<String> outage = outages.apply(failure);
        if (outage.isPresent()) {
            return stopped(
                    ExitCode.TRY_LATER,
                    List.of("The command stopped: " + outage.get() + ". Run the command again then."),
                    json);
        }
        return unexpected(failure, json);
    }

    private int unexpected(Exception failure, boolean json) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        // Asked for here only, since a logger opens the log file and a command without trouble needs none.
        LoggerFactory.getLogger(Cli.class).error("Reference {}: {}", reference, SafeTrace.of(failure));
        return stopped(
                ExitCode.UNEXPECTED,
                List.of("The command ended in a way that the hub did not expect. Its log, "
                        + parts.home().resolve("logs").resolve("hub.log") + ", says more under reference " + reference
                        + "."),
                json);
    }

    private int stopped(ExitCode code, List<String> sentences, boolean json) {
        sentences.forEach(console::tell);
        if (json) {
            console.json(Document.of("exit", code.number())
                    .with("messages", sentences)
                    .map());
        }
        return code.number();
    }
}
