package org.throughline.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.throughline.format.UnreadableException;
import org.throughline.mapping.Mapping;
import org.throughline.trial.Trial;
import org.throughline.trial.TrialFile;
import org.throughline.trial.TrialNotes;
import org.throughline.trial.TrialPage;
import org.throughline.trial.TrialResult;
import org.throughline.trial.TrialWatcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what would become of a file, with the rules of production and without the hub. */
@Command(
        name = "check",
        description = "Say what would become of a file if it were sent: the rules are those of the hub, but nothing is"
                + " stored, and neither a database nor an account is needed. A done-file beside it (<file>.done) is"
                + " read with it. Exit code 3 where anything would be held or rejected.")
final class FileCheckCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Parameters(paramLabel = "PATH", description = "The file.")
    private Path file;

    @Option(
            names = "--feed",
            required = true,
            paramLabel = "FEED",
            description = "Feed, such as harborlight/fps-participants, or a mapping, such as hud-hmis-2026.")
    private String feed;

    @Option(
            names = "--mappings",
            paramLabel = "PLACE",
            description = "Folder or zip with the mappings, as the agency gave it; without it those installed here.")
    private Path mappings;

    @Option(
            names = "--html",
            paramLabel = "PAGE",
            description = "Write the result as one page too. It shows values of the file.")
    private Path html;

    @Option(
            names = "--annotated",
            paramLabel = "COPY",
            description = "Write the file with the columns hub_status, hub_problem and hub_guidance. It shows values.")
    private Path annotated;

    @Option(
            names = "--last-rows",
            paramLabel = "N",
            defaultValue = "0",
            description = "How many records the feed's last file held, for feeds whose rule asks for it.")
    private long lastRows;

    @Mixin
    private JsonOption options;

    FileCheckCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        TrialFile tried = FileChoice.of(file, parts.clock(), lastRows);
        refuseToReplace(html);
        refuseToReplace(annotated);
        try (FeedPackage known = FeedPackage.open(parts, Optional.ofNullable(mappings))) {
            Mapping mapping = known.mapping(feed);
            TrialNotes notes = new TrialNotes();
            TrialResult result =
                    new Trial(mapping).run(tried, annotated == null ? TrialWatcher.none() : notes, console.progress());
            List<Path> written = write(result, mapping, notes, tried);
            TrialDocuments documents = new TrialDocuments(result, written);
            console.answer(options.json(), documents.document(), documents::lines);
            return (result.clean() ? ExitCode.OK : ExitCode.PROBLEMS).number();
        }
    }

    private void refuseToReplace(Path target) {
        if (target != null
                && target.toAbsolutePath()
                        .normalize()
                        .equals(file.toAbsolutePath().normalize())) {
            throw new StopException(ExitCode.USAGE, "The result would replace the file itself. Name another file.");
        }
    }

    private List<Path> write(TrialResult result, Mapping mapping, TrialNotes notes, TrialFile tried) {
        List<Path> written = new ArrayList<>();
        if (html != null) {
            write(html, out -> TrialPage.write(result, out));
            written.add(html);
        }
        if (annotated != null && annotate(out -> notes.annotate(result, mapping, tried, out))) {
            written.add(annotated);
        }
        return written;
    }

    /** A damaged file has no annotated copy; the result says what is damaged. */
    private boolean annotate(Content content) {
        try {
            write(annotated, content);
            return true;
        } catch (UncheckedIOException damaged) {
            return false;
        }
    }

    private static void write(Path target, Content content) {
        try {
            Path arriving = target.resolveSibling("." + target.getFileName() + ".part");
            try {
                try (OutputStream out = Files.newOutputStream(arriving)) {
                    content.writeTo(out);
                }
                Files.move(arriving, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(arriving);
            }
        } catch (UnreadableException damaged) {
            throw new UncheckedIOException(damaged);
        } catch (IOException unwritable) {
            throw new StopException(
                    ExitCode.NOT_FOUND, "The file " + target + " cannot be written. Check its folder and your rights.");
        }
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
