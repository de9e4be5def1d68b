package org.throughline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.throughline.format.ByteSource;
import org.throughline.profile.SampleHints;
import org.throughline.profile.SampleSniffer;
import org.throughline.suggest.BundleRequest;
import org.throughline.suggest.DayOrder;
import org.throughline.suggest.SuggestRequest;
import org.throughline.suggest.Suggester;
import org.throughline.suggest.Suggestion;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Drafts a mapping from a sample. */
@Command(
        name = "suggest",
        description =
                "Draft a mapping from a sample: delimited text, fixed width, .xlsx, JSON, NDJSON, XML, or a zip of"
                        + " delimited files. The draft says for every column what it probably is and why, and names what"
                        + " its author must decide. Needs no database; a file that is there already is never written"
                        + " over.")
final class MappingSuggestCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The sample.")
    private Path file;

    @Option(
            names = "--sender",
            paramLabel = "SENDER",
            description = "Whose feed it is; without it the draft can be tried at once by feed run FEED.")
    private Optional<String> sender = Optional.empty();

    @Option(names = "--as", paramLabel = "FEED", description = "Name of the feed; that of the file without it.")
    private Optional<String> feed = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Folder of mappings that gets the draft; mappings/ of the hub's home without it.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private SampleOptions sample;

    @Mixin
    private JsonOption options;

    MappingSuggestCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    /** What the author knows of the sample. */
    static final class SampleOptions {
        @Option(names = "--rows", paramLabel = "PATH", description = "Where the records of JSON or XML stand.")
        private Optional<String> rows = Optional.empty();

        @Option(
                names = "--columns",
                split = ",",
                paramLabel = "NAME",
                description = "Names of the columns, where the sample has no header.")
        private List<String> columns = List.of();

        @Option(
                names = "--layout",
                paramLabel = "FILE",
                description =
                        "The sender's layout of fixed width: CSV or .xlsx with a row per field, its name, start, and"
                                + " end or length.")
        private Optional<Path> layout = Optional.empty();

        @Option(
                names = "--records",
                paramLabel = "N",
                defaultValue = "50000",
                description = "Read this many records (default ${DEFAULT-VALUE}).")
        private long most;

        @ArgGroup(exclusive = true)
        private DayOptions days = new DayOptions();
    }

    /** What the author knows of days such as 03/04/2025. */
    static final class DayOptions {
        @Option(names = "--month-first", description = "03/04/2025 is the 4th of March.")
        private boolean monthFirst;

        @Option(names = "--day-first", description = "03/04/2025 is the 3rd of April.")
        private boolean dayFirst;

        DayOrder order() {
            if (monthFirst) {
                return DayOrder.MONTH_FIRST;
            }
            return dayFirst ? DayOrder.DAY_FIRST : DayOrder.UNKNOWN;
        }
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new StopException(
                    ExitCode.NOT_FOUND, "There is no file " + file + " that can be read. Check the path.");
        }
        DraftFiles files = new DraftFiles(out.orElse(parts.home().resolve("mappings")), sender, name());
        files.refuseIfThere();
        if (SampleSniffer.isArchive(ByteSource.of(file))) {
            BundleDraft draft = BundleDraft.of(
                    parts,
                    file,
                    files,
                    archive -> new BundleRequest(files.id(), archive, sample.days.order(), sample.most));
            console.answer(options.json(), draft.document(), draft::lines);
            return (draft.compiles() ? ExitCode.OK : ExitCode.PROBLEMS).number();
        }
        SuggestRequest request = new SuggestRequest(
                files.id(),
                ByteSource.of(file),
                new SampleHints(sample.rows, sample.columns, layout()),
                sample.days.order(),
                sample.most);
        Suggestion suggestion = new Suggester(parts.mappings()).suggest(request);
        List<Path> written = files.write(suggestion);
        console.answer(
                options.json(),
                SuggestionDocuments.document(suggestion, written),
                () -> SuggestionDocuments.lines(suggestion, written));
        return (suggestion.problems().isEmpty() ? ExitCode.OK : ExitCode.PROBLEMS).number();
    }

    private Optional<ByteSource> layout() {
        sample.layout.filter(path -> !Files.isReadable(path)).ifPresent(path -> {
            throw new StopException(
                    ExitCode.NOT_FOUND, "There is no layout " + path + " that can be read. Check the path.");
        });
        return sample.layout.map(ByteSource::of);
    }

    private String name() {
        String own = file.getFileName()
                .toString()
                .replaceFirst("\\.[A-Za-z0-9]+$", "")
                .toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>(List.of(own.split("[^a-z0-9]+")));
        words.removeIf(String::isEmpty);
        String plain = String.join("-", words);
        return feed.orElse(plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "feed-" + plain : plain);
    }
}
