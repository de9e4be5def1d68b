package org.throughline.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/**
 * The folder of public test data, which is no part of the project. Variable {@code THROUGHLINE_PUBLIC_DATA}; without it
 * {@code ../shared/data} beside the project. A test that asks for data that is not there is skipped, with the reason.
 */
public final class PublicData {
    /** How the reason of a skipped test begins; the CI command counts these. */
    public static final String REASON = "Public data is not at hand: ";

    private static final String VARIABLE = "THROUGHLINE_PUBLIC_DATA";

    private PublicData() {}

    /** A file or folder of the public data, such as {@code hmis/test.zip}. */
    public static Path at(String path) {
        return at(folder(), path);
    }

    /** True where the file or folder is there. */
    public static boolean has(String path) {
        return Files.exists(folder().resolve(path));
    }

    static Path at(Path folder, String path) {
        var file = folder.resolve(path);
        if (Files.exists(file)) {
            return file;
        }
        throw new TestAbortedException(
                REASON + path + ". Set " + VARIABLE + " to the folder of public data to run this test.");
    }

    private static Path folder() {
        var given = System.getenv(VARIABLE);
        return given == null || given.isBlank() ? Path.of("..", "shared", "data") : Path.of(given);
    }
}
