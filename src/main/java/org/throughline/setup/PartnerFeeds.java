package org.throughline.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.throughline.intake.FeedId;

/** Tells by the partner files which mapping reads a feed; needs no database, and of a partner file nothing but its feeds. */
public final class PartnerFeeds {
    private static final String FILE = "partner.yaml";

    private final List<Path> folders;

    /** The partners of these folders, the first winning. */
    public PartnerFeeds(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** The mapping of a feed, if a partner file names the feed. */
    public Optional<String> mapping(FeedId feed) {
        return folders.stream()
                .map(folder -> folder.resolve(feed.sender()).resolve(FILE))
                .filter(Files::isRegularFile)
                .findFirst()
                .flatMap(PartnerFeeds::partner)
                .flatMap(partner -> partner.sections("feeds").stream()
                        .filter(entry ->
                                entry.text("feed").filter(feed.name()::equals).isPresent())
                        .findFirst())
                .flatMap(entry -> entry.text("mapping"));
    }

    private static Optional<SetupNode> partner(Path file) {
        try {
            return SetupNode.read(FILE, Files.readString(file), new Findings());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
