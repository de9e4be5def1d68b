package org.throughline.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Stream;

/** Losses that are planted after a night, each of the kind that its fault could bring. */
final class PlantedLoss {
    private PlantedLoss() {}

    /** One row of a table is gone. */
    static NightFault.Plant rowLost() {
        return (ground, database) -> {
            try (Statement statement = database.createStatement()) {
                statement.execute(
                        "delete from canonical.service where service_id = (select min(service_id) from canonical.service)");
            }
        };
    }

    /** One original is kept in half. */
    static NightFault.Plant fileHalf() {
        return (ground, database) -> {
            Path file = largest(ground.stage().night().home().resolve("originals"));
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        };
    }

    private static Path largest(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .max((one, other) ->
                            Long.compare(one.toFile().length(), other.toFile().length()))
                    .orElseThrow();
        }
    }
}
