package org.throughline.route;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.component.file.GenericFile;
import org.throughline.pgp.PgpFault;

/** Takes one file of a look: into the spool, then to whom it is for. */
final class Receiver implements Processor {

    /** For whom the file is. */
    @FunctionalInterface
    interface Taker {
        /** Takes a file; why it cannot be opened, otherwise. */
        Optional<PgpFault> take(String name, Path file, Optional<String> doneFile);
    }

    private final Spool spool;
    private final PullOutcome outcome;
    private final SftpLine line;
    private final Taker taker;

    Receiver(Spool spool, PullOutcome outcome, SftpLine line, Taker taker) {
        this.spool = spool;
        this.outcome = outcome;
        this.line = line;
        this.taker = taker;
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        GenericFile<?> file = exchange.getProperty(ExchangePropertyKey.FILE_EXCHANGE_FILE, GenericFile.class);
        String name = file.getFileNameOnly();
        Path kept = fetch(exchange, file, name);
        line.rest();
        try {
            checkSize(exchange, name, Files.size(kept));
            Optional<PgpFault> sealed = taker.take(
                    name, kept, Optional.ofNullable(exchange.getProperty(TakingStrategy.DONE_FILE, String.class)));
            if (sealed.isPresent()) {
                outcome.notOpened(name, sealed.get());
                throw new IOException("A sealed file could not be opened.");
            }
            outcome.taken(name);
        } catch (RuntimeException ours) {
            outcome.notTakenIn(name, ours);
            throw ours;
        } finally {
            line.resume();
            Files.deleteIfExists(kept);
        }
    }

    private Path fetch(Exchange exchange, GenericFile<?> file, String name) throws IOException {
        try (InputStream bytes = open(exchange, file)) {
            return spool.keep(bytes);
        } catch (IOException broken) {
            outcome.notFetched(name, line.fault(broken));
            throw broken;
        } catch (RuntimeException ours) {
            outcome.notTakenIn(name, ours);
            throw ours;
        }
    }

    private static InputStream open(Exchange exchange, GenericFile<?> file) throws IOException {
        return file.getFile() instanceof File local
                ? LocalShelf.open(local.toPath())
                : exchange.getIn().getBody(InputStream.class);
    }

    private void checkSize(Exchange exchange, String name, long arrived) throws IOException {
        long listed = exchange.getProperty(TakingStrategy.SIZE, Long.class);
        if (arrived != listed) {
            outcome.notWhole(name, arrived, listed);
            throw new IOException("A file arrived with another size than its folder lists.");
        }
    }
}
