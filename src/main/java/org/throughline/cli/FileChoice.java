package org.throughline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.throughline.trial.TrialFile;

/** A file that a command tries, with the done-file beside it. */
final class FileChoice {

    private FileChoice() {}

    /** The file; stops the command where it cannot be read. */
    static TrialFile of(Path file, Clock clock, long lastRows) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new StopException(
                    ExitCode.NOT_FOUND, "There is no file " + file + " that can be read. Check the path.");
        }
        return new TrialFile(file, file.getFileName().toString(), clock.instant(), doneFile(file), lastRows);
    }

    /** The text of the done-file that stands beside a file. */
    static Optional<String> doneFile(Path file) {
        Path done = file.resolveSibling(file.getFileName() + ".done");
        try {
            return Files.isRegularFile(done)
                    ? Optional.of(Files.readString(done, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
