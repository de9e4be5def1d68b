package org.throughline.cli;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands that picocli is told about: the named one alone where the first words name one, and otherwise all of them. To
 * describe all takes a third of a second, which everybody who runs one command would wait for.
 */
final class CommandTree {
    private final CommandLine.IFactory factory;
    private final Map<String, Callable<Integer>> furtherCommands = new LinkedHashMap<>();

    CommandTree(CommandLine.IFactory factory) {
        this.factory = factory;
    }

    /** Adds a command below the first word. */
    void add(String name, Callable<Integer> command) {
        furtherCommands.put(name, command);
    }

    /** What parses these arguments. */
    CommandLine of(String... arguments) {
        return named(arguments).orElseGet(this::whole);
    }

    CommandLine whole() {
        CommandLine line = new CommandLine(new ThroughlineCommand(), factory);
        furtherCommands.forEach(line::addSubcommand);
        return line;
    }

    /** The command that the words name and what stands above it, when they name one that stands in the tree. */
    Optional<CommandLine> named(String... arguments) {
        CommandSpec root = bare(ThroughlineCommand.class);
        CommandSpec above = root;
        Class<?> type = ThroughlineCommand.class;
        for (String word : arguments) {
            Optional<Class<?>> below = below(type, word);
            if (below.isEmpty()) {
                return Optional.empty();
            }
            type = below.get();
            if (subcommands(type).length == 0) {
                above.addSubcommand(word, new CommandLine(type, factory));
                return Optional.of(new CommandLine(root, factory));
            }
            CommandSpec group = bare(type);
            above.addSubcommand(word, group);
            above = group;
        }
        return Optional.empty();
    }

    private static Optional<Class<?>> below(Class<?> group, String word) {
        return Arrays.<Class<?>>stream(subcommands(group))
                .filter(type -> word.equals(type.getAnnotation(Command.class).name()))
                .findFirst();
    }

    private static Class<?>[] subcommands(Class<?> type) {
        return type.getAnnotation(Command.class).subcommands();
    }

    private static CommandSpec bare(Class<?> type) {
        return CommandSpec.wrapWithoutInspection(Collections.emptyMap())
                .name(type.getAnnotation(Command.class).name());
    }
}
