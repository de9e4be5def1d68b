package org.throughline.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.TestDatabase;

/**
 * Says whether a row costs more where there are more of them: a file of the synthetic people of {@link IntakeBench}, a tenth of it
 * into an empty hub of its own, and a tenth of it of which 1 % changed into a hub that knows them all. Run by hand, against a
 * server with its default durability and about 25 GB of room for ten million rows.
 */
final class IntakeGrowth {
    private IntakeGrowth() {}

    /** Arguments: the folder to write into, and the number of rows of the whole file. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        int rows = Integer.parseInt(args[1]);
        double tenth = tenth(folder, rows / 10);
        Path whole = IntakeBench.file(folder.resolve("whole.csv"), rows, 0, 0);
        Path changed = IntakeBench.file(folder.resolve("changed.csv"), rows / 10, 0, 100);
        try (TestDatabase database = TestDatabase.migrated().open()) {
            IntakeScene scene = IntakeBench.scene(database, folder);
            double peer = IntakeBench.copy(database, whole);
            double all = IntakeBench.told("the whole file", peer, () -> scene.run("bench/people", whole));
            System.out.printf("a row of the whole file: %.2f times a row of a tenth of it%n", all / tenth / 10);
            double again = IntakeBench.told("1 % of a tenth changed", peer, () -> scene.run("bench/people", changed));
            System.out.printf("a row of it: %.2f times a row of the first load%n", again / all * 10);
        }
        System.out.println("peak memory of the process: " + IntakeBench.peak());
    }

    /** Loads so many rows into an empty hub, twice, since a cold hub is slower; the seconds of the second time. */
    private static double tenth(Path folder, int rows) throws Exception {
        Path file = IntakeBench.file(folder.resolve("tenth.csv"), rows, 0, 0);
        double seconds = 0;
        for (int round = 1; round <= 2; round++) {
            try (TestDatabase database = TestDatabase.migrated().open()) {
                IntakeScene scene = IntakeBench.scene(database, folder);
                double peer = IntakeBench.copy(database, file);
                seconds = IntakeBench.told("a tenth of the file", peer, () -> scene.run("bench/people", file));
            }
        }
        return seconds;
    }
}
