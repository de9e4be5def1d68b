package org.throughline.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.throughline.intake.ChannelUse;
import org.throughline.setup.RouteCatalog;
import org.throughline.setup.SetupSurroundings;

/** The set-up files of src/test/resources/setup, one folder per case. All of it is synthetic. */
public final class SetupFiles {
    private static final Path FOLDER = Path.of("src", "test", "resources", "setup");

    private static final Path ROUTES = Path.of("src", "test", "resources", "routes");

    private SetupFiles() {}

    /** Every case, by name. */
    public static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.sorted().toList().stream();
        }
    }

    /** Files in which nothing is wrong. */
    public static Path sound() {
        return FOLDER.resolve("sound");
    }

    /** What the files refer to; puts the hub's private key into the home. */
    public static SetupSurroundings surroundings(Path home) throws IOException {
        Files.writeString(home.resolve("hub_key"), "not a real key");
        FakeMappings mappings = mappings();
        return new SetupSurroundings(
                home,
                mappings,
                mappings::compile,
                Set.of("family_preservation", "emergency_shelter"),
                Map.of(
                        "cw.subsequent_involvement_6m", "child_welfare",
                        "cw.subsequent_involvement_12m", "child_welfare",
                        "hl.return_ph_180d", "hmis"),
                new RouteCatalog(
                        Optional.of(ROUTES), Map.of("echo-pull", ChannelUse.PULL, "echo-deliver", ChannelUse.DELIVER)));
    }

    /** The mappings that the files name. */
    public static FakeMappings mappings() {
        return new FakeMappings(
                Set.of("harborlight/participants", "harborlight/consents", "dcyf/reports"), Set.of("broken/feed"));
    }
}
