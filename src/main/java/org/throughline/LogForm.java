package org.throughline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.throughline.setup.Findings;
import org.throughline.setup.SetupNode;

/** Settles where the log goes and in which form its lines are, before the first of them is written. */
final class LogForm {
    static final String NODE = "throughline.node";
    static final String UNNAMED = "main";
    private static final String FOLDER = "throughline.logs";
    private static final String FORM = "throughline.logs.form";

    private LogForm() {}

    static void settle(Map<String, String> environment) {
        Path home = ConfigurationReader.home(environment);
        String node = ConfigurationReader.node(environment);
        System.setProperty(FOLDER, folder(home, node).toString());
        System.setProperty(NODE, node);
        form(home.resolve("throughline.yaml")).ifPresent(form -> System.setProperty(FORM, form));
    }

    /** Where a node's log stands. */
    static Path folder(Path home, String node) {
        return own(home.resolve("logs"), node);
    }

    /** A node with a name has a place of its own in folders that all nodes share. */
    static Path own(Path folder, String node) {
        return node.equals(UNNAMED) ? folder : folder.resolve(node);
    }

    /** What is wrong with the file is told by whoever reads all of it. A home without the key pays nothing. */
    static Optional<String> form(Path file) {
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            return text.contains("logs")
                    ? SetupNode.read("throughline.yaml", text, new Findings())
                            .flatMap(top -> top.section("logs"))
                            .flatMap(WatchReader::form)
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
