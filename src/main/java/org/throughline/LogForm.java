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
        System.setProperty(FOLDER, home.resolve("logs").toString());
        System.setProperty(NODE, node(environment));
        form(home.resolve("throughline.yaml")).ifPresent(form -> System.setProperty(FORM, form));
    }

    /** Which of several hubs on one database this is. */
    private static String node(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("THROUGHLINE_NODE"))
                .filter(name -> !name.isBlank())
                .orElse(UNNAMED);
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
