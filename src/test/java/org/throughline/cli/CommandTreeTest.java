package org.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.throughline.testing.FakeParts;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** A command described alone says the same of itself as in the whole tree. */
final class CommandTreeTest {
    private final CommandTree tree = tree();

    private static CommandTree tree() {
        CommandTree tree = new CommandTree(
                new CommandFactory(new FakeParts(Path.of("nowhere")), new Console(System.out, System.err)));
        tree.add("more", new More());
        return tree;
    }

    @TestFactory
    Stream<DynamicTest> describesEveryCommandAloneAsInTheTree() {
        List<CommandLine> leaves = new ArrayList<>();
        collect(tree.whole(), leaves);
        assertThat(leaves).hasSizeGreaterThan(40);
        return leaves.stream()
                .filter(leaf -> !leaf.getCommandName().equals("more"))
                .map(leaf -> DynamicTest.dynamicTest(leaf.getCommandSpec().qualifiedName(), () -> sameAlone(leaf)));
    }

    private void sameAlone(CommandLine leaf) {
        String[] words = leaf.getCommandSpec().qualifiedName().split(" ");
        CommandLine alone = tree.named(words(words)).orElseThrow();
        for (String word : words(words)) {
            assertThat(alone.getSubcommands()).containsOnlyKeys(word);
            alone = alone.getSubcommands().get(word);
        }
        assertThat(alone.getUsageMessage()).isEqualTo(leaf.getUsageMessage());
        assertThat(alone.getCommandSpec().qualifiedName())
                .isEqualTo(leaf.getCommandSpec().qualifiedName());
    }

    @Test
    void describesAllWhereTheWordsNameNone() {
        assertThat(tree.named("mapping", "chek")).isEmpty();
        assertThat(tree.named("mapping")).isEmpty();
        assertThat(tree.named("--help")).isEmpty();
        assertThat(tree.named("more")).isEmpty();
        assertThat(tree.named()).isEmpty();
        assertThat(tree.of("mapping", "chek").getSubcommands()).containsKeys("mapping", "doctor", "more");
    }

    @Command(name = "more")
    private static final class More implements Callable<Integer> {
        @Override
        public Integer call() {
            return 0;
        }
    }

    private static String[] words(String... qualified) {
        return Stream.of(qualified).skip(1).toArray(String[]::new);
    }

    private static void collect(CommandLine line, List<CommandLine> leaves) {
        if (line.getSubcommands().isEmpty()) {
            leaves.add(line);
        }
        line.getSubcommands().values().forEach(below -> collect(below, leaves));
    }
}
