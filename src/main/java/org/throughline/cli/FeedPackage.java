package org.throughline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.intake.FeedId;
import org.throughline.mapping.Compilation;
import org.throughline.mapping.Diagnostic;
import org.throughline.mapping.Mapping;
import org.throughline.mapping.MappingCatalog;
import org.throughline.mapping.MappingFolder;
import org.throughline.mapping.MappingSource;
import org.throughline.problem.SetupException;
import org.throughline.setup.NearestName;
import org.throughline.setup.PartnerFeeds;

/**
 * Mappings that a command works with: those installed, or those in a folder or zip that the agency gave to a provider. Needs
 * no database. Closing it closes the zip.
 */
final class FeedPackage implements AutoCloseable {
    private static final String FOLDER = "mappings";

    private final Parts parts;
    private final MappingCatalog catalog;
    private final PartnerFeeds feeds;
    private final Optional<FileSystem> zip;

    private FeedPackage(Parts parts, MappingCatalog catalog, PartnerFeeds feeds, Optional<FileSystem> zip) {
        this.parts = parts;
        this.catalog = catalog;
        this.feeds = feeds;
        this.zip = zip;
    }

    /** The mappings of a folder or zip; without one, those installed. */
    static FeedPackage open(Parts parts, Optional<Path> place) {
        if (place.isEmpty()) {
            return new FeedPackage(parts, parts.mappings(), parts.partnerFeeds(), Optional.empty());
        }
        Path path = place.get();
        if (Files.isDirectory(path)) {
            return in(parts, path, Optional.empty());
        }
        try {
            FileSystem zip = FileSystems.newFileSystem(path, Map.of());
            return in(parts, zip.getPath("/"), Optional.of(zip));
        } catch (IOException | RuntimeException unreadable) {
            throw new StopException(
                    ExitCode.NOT_FOUND,
                    "There is no folder or zip " + path + " with mappings that can be read. Check the path.");
        }
    }

    private static FeedPackage in(Parts parts, Path root, Optional<FileSystem> zip) {
        Path folder = Files.isDirectory(root.resolve(FOLDER)) ? root.resolve(FOLDER) : root;
        return new FeedPackage(parts, MappingFolder.of(folder), new PartnerFeeds(List.of(folder)), zip);
    }

    /** The compiled mapping of a feed, or the mapping with this id. */
    Mapping mapping(String feedOrMapping) {
        Compilation compilation = parts.compile(source(feedOrMapping));
        return compilation
                .mapping()
                .orElseThrow(() -> new SetupException(compilation.diagnostics().stream()
                        .map(Diagnostic::toString)
                        .toList()));
    }

    private MappingSource source(String feedOrMapping) {
        return feed(feedOrMapping)
                .flatMap(feeds::mapping)
                .or(() -> Optional.of(feedOrMapping))
                .flatMap(catalog::find)
                .orElseThrow(() -> new StopException(
                        ExitCode.NOT_FOUND,
                        "There is no feed or mapping " + feedOrMapping + "."
                                + NearestName.question(catalog.ids(), feedOrMapping)
                                + (zip.isEmpty() ? " mapping list names all." : "")));
    }

    private static Optional<FeedId> feed(String text) {
        try {
            return text.contains("/") ? Optional.of(FeedId.parse(text)) : Optional.empty();
        } catch (IllegalArgumentException noFeed) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        zip.ifPresent(open -> {
            try {
                open.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }
}
