package org.throughline.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.format.UnreadableException;
import org.throughline.mapping.Mapping;

/**
 * Writes receipts as files, the JSON and the annotated original, and brings them to their senders. What could not be delivered
 * is tried again the next time.
 */
public final class ReceiptOutbox {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptOutbox.class);

    private final IntakePorts ports;
    private final Mappings mappings;
    private final Path folder;

    /** Receipts are written below this folder, one sub-folder per sender. */
    public ReceiptOutbox(IntakePorts ports, Path folder) {
        this.ports = ports;
        this.mappings = new Mappings(ports);
        this.folder = folder;
    }

    /** Writes and delivers every receipt that has not reached its sender; returns how many did now. */
    public int send(ReceiptDelivery delivery) {
        return send(ports.receipts().undelivered(), delivery);
    }

    /** Does the same for these senders. */
    public int send(Set<String> senders, ReceiptDelivery delivery) {
        return send(ports.receipts().undelivered(senders), delivery);
    }

    private int send(List<Long> receipts, ReceiptDelivery delivery) {
        int sent = 0;
        for (long number : receipts) {
            if (ports.watcher()
                    .again(number, Stage.DELIVER, () -> LogLine.about(number, () -> sent(number, delivery)))) {
                sent++;
            }
        }
        return sent;
    }

    /**
     * One receipt that cannot be written keeps no other sender waiting. What another process delivered meanwhile is not delivered
     * again, and an edition that is issued meanwhile is not lost.
     */
    private boolean sent(long number, ReceiptDelivery delivery) {
        try {
            OptionalInt edition = ports.receipts().awaiting(number);
            if (edition.isEmpty() || !sent(ports.receipts().receipt(number), edition.getAsInt(), delivery)) {
                return false;
            }
            ports.receipts().delivered(number, edition.getAsInt());
            return true;
        } catch (RuntimeException failed) {
            LOG.error(
                    "The receipt of submission {} cannot be written, and is tried again the next time: {}",
                    number,
                    failed.getClass().getName());
            return false;
        }
    }

    private boolean sent(Receipt receipt, int edition, ReceiptDelivery delivery) {
        boolean delivered = true;
        for (Path file : write(receipt, edition)) {
            delivered &=
                    delivery.deliver(receipt.feed().sender(), file.getFileName().toString(), file);
        }
        return delivered;
    }

    /** Writes the files of a receipt: the JSON first, then the annotated original where there is one. */
    public List<Path> write(Receipt receipt) {
        return write(receipt, ports.receipts().edition(receipt.submission()));
    }

    private List<Path> write(Receipt receipt, int edition) {
        try {
            Path place = Files.createDirectories(folder.resolve(receipt.feed().sender()));
            String number = receipt.submission() + (edition == 1 ? "" : "." + edition);
            String name = safe(receipt.file());
            List<Path> files = new ArrayList<>();
            Path json = place.resolve(number + "-" + name + ".receipt.json");
            replace(
                    json,
                    out -> out.write(
                            (ReceiptDocument.node(receipt).toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8)));
            files.add(json);
            if (receipt.status() != SubmissionStatus.DUPLICATE && !receipt.originalPurged()) {
                Path copy = place.resolve(annotatedName(number, receipt));
                if (annotates(receipt, copy)) {
                    files.add(copy);
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The receipt of submission " + receipt.submission() + " cannot be written", e);
        }
    }

    /**
     * Writes the annotated original of a receipt, as things stand now, to a file of the caller's; returns its name for the
     * sender, empty where there is none.
     */
    public Optional<String> annotated(Receipt receipt, Path file) {
        boolean undecided = receipt.status() == SubmissionStatus.RECEIVED;
        if (receipt.status() == SubmissionStatus.DUPLICATE || undecided || receipt.originalPurged()) {
            return Optional.empty();
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            annotate(receipt, out);
            return Optional.of(annotatedName(Long.toString(receipt.submission()), receipt));
        } catch (UnreadableException damaged) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The original of submission " + receipt.submission() + " cannot be annotated", e);
        }
    }

    private String annotatedName(String number, Receipt receipt) {
        return number + "-annotated-" + safe(receipt.file()) + AnnotatedOriginal.ending(mapping(receipt));
    }

    private Mapping mapping(Receipt receipt) {
        return mappings.readBy(ports.ledger().submission(receipt.submission()).orElseThrow());
    }

    /** A damaged original has no annotated copy; its receipt says what is damaged. */
    private boolean annotates(Receipt receipt, Path file) throws IOException {
        try {
            replace(file, out -> annotate(receipt, out));
            return true;
        } catch (UnreadableException damaged) {
            return false;
        }
    }

    private void annotate(Receipt receipt, OutputStream out) throws IOException {
        Submission submission = ports.ledger().submission(receipt.submission()).orElseThrow();
        Mapping mapping = mappings.readBy(submission);
        Path original = ports.originals().path(submission.original().sha256());
        new AnnotatedOriginal(mapping, submission, original)
                .write(out, receipt.members(), member -> ports.receipts().notes(receipt.submission(), member));
    }

    private static void replace(Path file, Content content) throws IOException {
        Path arriving = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(arriving)) {
                content.writeTo(out);
            }
            Files.move(arriving, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(arriving);
        }
    }

    private static String safe(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
