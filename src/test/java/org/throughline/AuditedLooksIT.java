package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.cli.Cli;
import org.throughline.cli.Console;
import org.throughline.cli.ExitCode;
import org.throughline.cli.Parts;
import org.throughline.testing.TestQueries;
import picocli.CommandLine.Command;

/**
 * Every command is run on a hub whose clients and records carry marks. One that prints a mark must have left an entry of its name in the
 * audit ledger.
 */
final class AuditedLooksIT {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-06T12:00:00Z"), ZoneOffset.UTC);
    private static final Path FIXTURES = Path.of("src", "test", "resources", "cli", "mappings", "seaside");
    private static final String FILE = """
        Id,Last,First,Born
        Zq-101,Zqlast,Zqfirst,1931-03-07
        Zq-102,Zqlast,Zqother,Zqday
        Zq-103,Zqlast,Zqelder,1831-03-07
        Zq-104,Zqlast,Zqyounger,Zqnight
        """;

    /** So many of them fill the hub. */
    private static final int FILLED = 2;

    private static final String MARK = "Zq";
    private static final Class<?> ROOT = root();

    /** Every command with its arguments, in an order in which each finds what it is about. */
    private static final String COMMANDS = """
        partner apply
        feed run seaside/clients --file $FILE
        partner check
        partner show
        partner token seaside
        feed status
        feed late
        feed calendar
        feed events
        feed nothing seaside/clients --for 2026-09 --reason none
        feed stop seaside/clients --reason none
        feed start seaside/clients --reason none
        file check $FILE --feed seaside/clients
        file replay --feed seaside/clients --dry-run
        held list
        held show 1:marked.csv:2
        held release 1:marked.csv:3 --reason none
        held reject 1:marked.csv:2 --reason none
        link run
        link explain seaside/Zq-101
        link explain seaside/Zq-101 seaside/Zq-103
        link rule seaside/Zq-101 seaside/Zq-103 never --reason none
        link undo seaside/Zq-101 seaside/Zq-103 --reason none
        find Zq-101
        find Zq-101 --show --reason none
        find 1
        measure compute
        measure show
        outcome build seaside
        outcome send seaside
        outcome explain seaside Zq-101
        outcome misdisclosures
        outcome misdisclosures --show --reason none
        consent record --provider seaside --client Zq-101 --class child_welfare --signed-on 2026-01-05
        consent revoke --provider seaside --client Zq-101 --reason none
        mapping list
        mapping check seaside/clients
        mapping test seaside/clients
        mapping coverage
        mapping diff seaside/clients
        mapping drift seaside/clients --before $FILE --after $FILE
        mapping export seaside/clients --odcs
        mapping preview seaside/clients $FILE
        mapping preview seaside/clients $FILE --show-values
        mapping suggest $FILE --sender seaside --as other --out $HOME/draft
        mapping publish seaside/clients --effective 2026-01-01 --reason none
        mapping approve seaside/clients 1
        mapping history seaside/clients
        mapping rollback seaside/clients --to 1 --reason none
        retention hold --client seaside/Zq-101 --reason none
        retention holds
        retention lift 1 --reason none
        retention due
        retention purge --confirm 0
        retention proof
        node list
        doctor
        audit verify
        """;

    @TempDir
    private static Path home;

    private static final ByteArrayOutputStream OUT = new ByteArrayOutputStream();
    private static final List<Look> FIRST = new ArrayList<>();
    private static Hub hub;
    private static String file;

    @BeforeAll
    static void fill() throws IOException {
        for (String name : new String[] {"partner.yaml", "clients.yaml"}) {
            Path target = home.resolve("mappings/seaside").resolve(name);
            Files.createDirectories(target.getParent());
            Files.copy(FIXTURES.resolve(name), target);
        }
        file = Files.writeString(home.resolve("marked.csv"), FILE).toString();
        hub = new Hub(Map.of("THROUGHLINE_HOME", home.toString()), home.resolve("none"), CLOCK, "test");
        COMMANDS.lines().limit(FILLED).map(AuditedLooksIT::look).forEach(FIRST::add);
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @Test
    void everyCommandThatTellsOfAPersonWritesItDown() {
        List<Look> looks = new ArrayList<>(FIRST);
        COMMANDS.lines().skip(FIRST.size()).map(AuditedLooksIT::look).forEach(looks::add);

        assertThat(looks)
                .extracting(Look::fault)
                .filteredOn(Optional::isPresent)
                .isEmpty();
        assertThat(looks)
                .filteredOn(Look::tells)
                .extracting(Look::command)
                .containsOnly("find", "held show", "link explain", "mapping preview", "retention holds");
        assertThat(looks)
                .filteredOn(look -> look.command().equals("outcome explain"))
                .allSatisfy(look -> assertThat(look.entries()).containsExactly("outcome.explain"));
    }

    @Test
    void seesACommandThatLooksWithoutWriting() {
        assertThat(look("peek").fault()).contains("peek tells of a person and leaves no entry in the audit ledger.");
        assertThat(look("find --nobody").fault()).contains("find is misspelt here.");
    }

    @Test
    void everyCommandIsRunHere() {
        Set<String> ran = new TreeSet<>();
        COMMANDS.lines().map(AuditedLooksIT::command).forEach(ran::add);

        assertThat(leaves(ROOT)).isEqualTo(ran);
        assertThat(leaves(Planted.class)).containsExactly("peek");
    }

    /**
     * A command that was run.
     *
     * @param tells true where it printed a mark
     * @param misused true where it was not written as it should be
     */
    private record Look(String command, boolean tells, boolean misused, List<String> entries) {
        Optional<String> fault() {
            if (misused) {
                return Optional.of(command + " is misspelt here.");
            }
            return tells && !entries.contains(command.replace(' ', '.'))
                    ? Optional.of(command + " tells of a person and leaves no entry in the audit ledger.")
                    : Optional.empty();
        }
    }

    private static Look look(String line) {
        List<String> before = entries();
        String[] words =
                line.replace("$FILE", file).replace("$HOME", home.toString()).split(" ");
        OUT.reset();
        Console console =
                new Console(new PrintStream(OUT, true), new PrintStream(OUT, true), question -> Optional.empty());
        int exit = new Cli(hub, console).with("peek", new Peek(hub, console)).run(words);
        List<String> entries = entries();
        return new Look(
                command(line),
                OUT.toString(StandardCharsets.UTF_8).contains(MARK),
                exit == ExitCode.USAGE.number(),
                entries.subList(before.size(), entries.size()));
    }

    private static List<String> entries() {
        return new TestQueries(hub.pool()).column("select action from audit.entry order by entry_id");
    }

    /** The first word, and the second where the first names a group. */
    private static String command(String line) {
        String[] words = line.split(" ");
        return words.length == 1 || leaves(ROOT).contains(words[0]) ? words[0] : words[0] + " " + words[1];
    }

    private static Class<?> root() {
        try {
            return Class.forName("org.throughline.cli.ThroughlineCommand");
        } catch (ClassNotFoundException renamed) {
            throw new IllegalStateException(renamed);
        }
    }

    /** The commands below a type that have none below them. */
    private static Set<String> leaves(Class<?> type) {
        Set<String> leaves = new TreeSet<>();
        for (Class<?> below : type.getAnnotation(Command.class).subcommands()) {
            String name = below.getAnnotation(Command.class).name();
            Set<String> further = leaves(below);
            further.forEach(one -> leaves.add(name + " " + one));
            if (further.isEmpty()) {
                leaves.add(name);
            }
        }
        return leaves;
    }

    @Command(name = "planted", subcommands = Peek.class)
    private static final class Planted {}

    /** A command as it must not be: prints keys of clients and writes nothing down. */
    @Command(name = "peek")
    private record Peek(Parts parts, Console console) implements Callable<Integer> {
        @Override
        public Integer call() {
            parts.heldDesk().list(Optional.empty(), 10).forEach(held -> console.say(held.key()));
            return 0;
        }
    }
}
