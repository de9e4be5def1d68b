package org.throughline.route;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.FileEndpoint;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;

/**
 * When a file may be taken, and what becomes of it. A file is taken when it is whole; it is archived when the hub has kept
 * it, and stays where it is when anything fails.
 */
final class TakingStrategy implements GenericFileProcessStrategy<Object> {
    /** Exchange property: text of the done-file. */
    static final String DONE_FILE = "throughline.done-file";
    /** Exchange property: size that the folder lists. */
    static final String SIZE = "throughline.size";

    private static final String VERSION = "throughline.version";

    private final String folder;
    private final boolean awaitsDoneFile;
    private final Optional<Archive> archive;
    private final PullOutcome outcome;
    private Optional<Shelf> shelf = Optional.empty();
    private Optional<Map<String, Long>> listing = Optional.empty();

    TakingStrategy(String folder, boolean awaitsDoneFile, Optional<Archive> archive, PullOutcome outcome) {
        this.folder = folder;
        this.awaitsDoneFile = awaitsDoneFile;
        this.archive = archive;
        this.outcome = outcome;
    }

    /** Starts a look: what the folders held at the one before counts no more. */
    void begin() {
        listing = Optional.empty();
        archive.ifPresent(Archive::forget);
    }

    /** Names and sizes of what the folder holds now. */
    Map<String, Long> list() throws IOException {
        return shelf.orElseThrow().list(folder);
    }

    /** Lets the connection go. */
    void leave() {
        shelf.ifPresent(Shelf::leave);
    }

    /** For Camel's own log lines. */
    @Override
    public String toString() {
        return "taking files from " + folder;
    }

    @Override
    public void prepareOnStartup(GenericFileOperations<Object> operations, GenericFileEndpoint<Object> endpoint) {
        shelf = Optional.of(
                (GenericFileEndpoint<?>) endpoint instanceof FileEndpoint
                        ? new LocalShelf()
                        : new RemoteShelf(operations, endpoint));
    }

    @Override
    public boolean begin(
            GenericFileOperations<Object> operations,
            GenericFileEndpoint<Object> endpoint,
            Exchange exchange,
            GenericFile<Object> file)
            throws IOException {
        if (outcome.over()) {
            return false;
        }
        String name = file.getFileNameOnly();
        String doneFile = SafeName.doneFileOf(name);
        long size = listed().getOrDefault(name, Shelf.LINK);
        if (size == Shelf.LINK || awaitsDoneFile && !listed().containsKey(doneFile)) {
            return false;
        }
        exchange.setProperty(SIZE, size);
        exchange.setProperty(VERSION, shelf.orElseThrow().version(folder + "/" + name));
        if (awaitsDoneFile) {
            exchange.setProperty(DONE_FILE, shelf.orElseThrow().text(folder + "/" + doneFile));
        }
        return true;
    }

    /** Listed once more after Camel chose the files: a size that was listed before the done-file came would be too small. */
    private Map<String, Long> listed() throws IOException {
        if (listing.isEmpty()) {
            listing = Optional.of(list());
        }
        return listing.get();
    }

    @Override
    public void abort(
            GenericFileOperations<Object> operations,
            GenericFileEndpoint<Object> endpoint,
            Exchange exchange,
            GenericFile<Object> file) {
        operations.releaseRetrievedFileResources(exchange);
    }

    @Override
    public void commit(
            GenericFileOperations<Object> operations,
            GenericFileEndpoint<Object> endpoint,
            Exchange exchange,
            GenericFile<Object> file) {
        operations.releaseRetrievedFileResources(exchange);
        String name = file.getFileNameOnly();
        if (archive.isPresent() && outcome.served()) {
            try {
                if (isReplaced(exchange, name)) {
                    outcome.replaced(name);
                    return;
                }
                archive.get().take(shelf.orElseThrow(), folder, name, awaitsDoneFile);
            } catch (IOException | RuntimeException cause) {
                outcome.notArchived(name, outcome.fault(cause));
            }
        }
    }

    /** What came under the same name since must not be archived unread. */
    private boolean isReplaced(Exchange exchange, String name) throws IOException {
        Optional<String> now = shelf.orElseThrow().version(folder + "/" + name);
        return !now.equals(exchange.getProperty(VERSION, Optional.class));
    }

    @Override
    public void rollback(
            GenericFileOperations<Object> operations,
            GenericFileEndpoint<Object> endpoint,
            Exchange exchange,
            GenericFile<Object> file) {
        operations.releaseRetrievedFileResources(exchange);
    }
}
