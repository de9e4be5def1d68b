package org.throughline.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.intake.FeedId;
import org.throughline.suggest.BundleSuggestion;
import org.throughline.suggest.Suggestion;

/** Where a draft is written: beside the other mappings of its sender, never over a file that is there. */
final class DraftFiles {
    private static final String READY_MADE = "standards";

    private final Path folder;
    private final Optional<String> sender;
    private final FeedId id;

    DraftFiles(Path mappings, Optional<String> sender, String feed) {
        try {
            this.id = new FeedId(sender.orElse(FeedId.TRIAL), feed);
        } catch (IllegalArgumentException wrong) {
            throw new StopException(ExitCode.USAGE, wrong.getMessage() + " Name them by --sender and --as.");
        }
        this.sender = sender;
        this.folder = mappings.resolve(sender.orElse(READY_MADE));
    }

    /** Without a sender the draft stands among the ready-made mappings, so that a file can be tried with it at once. */
    String id() {
        return sender.isPresent() ? id.toString() : id.name();
    }

    private Path mapping() {
        return folder.resolve(id.name() + ".yaml");
    }

    private Path partner() {
        return folder.resolve("partner.yaml");
    }

    void refuseIfThere() {
        Path feed = folder.resolve(id.name()).resolve("feed.yaml");
        if (Files.exists(mapping()) || Files.exists(feed)) {
            throw new StopException(
                    ExitCode.REFUSED,
                    "There is a mapping " + (Files.exists(feed) ? feed : mapping())
                            + " already. Remove it to draft it again, or name another feed by --as or another folder"
                            + " by --out.");
        }
    }

    /** Writes the draft, and a partner file where the sender has none. */
    List<Path> write(Suggestion suggestion) throws IOException {
        Files.createDirectories(folder);
        List<Path> written = new ArrayList<>(List.of(write(mapping(), suggestion.text())));
        return partner(written);
    }

    /** Writes the draft of a bundle, a file for the feed and one for each member. */
    List<Path> write(BundleSuggestion suggestion) throws IOException {
        Path own = Files.createDirectories(folder.resolve(id.name()));
        List<Path> written = new ArrayList<>();
        for (var file : suggestion.files().entrySet()) {
            written.add(write(own.resolve(file.getKey()), file.getValue()));
        }
        return partner(written);
    }

    private List<Path> partner(List<Path> written) throws IOException {
        if (sender.isPresent() && !Files.exists(partner())) {
            written.add(write(partner(), partnerText()));
        }
        return written;
    }

    private static Path write(Path file, String text) throws IOException {
        return Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
    }

    private String partnerText() {
        return String.join(
                "\n",
                "# A draft: who the sender is, and which feeds it has. partner check " + id.sender()
                        + " says what is missing, partner apply " + id.sender() + " sets it up.",
                "# A feed with status: testing is checked and answered and stores nothing; certified says that both"
                        + " sides are content; live stores.",
                "partner: " + id.sender(),
                "title: " + id.sender(),
                "kind: provider",
                "feeds:",
                "  - {feed: " + id.name() + ", mapping: " + id + ", status: testing}",
                "");
    }
}
