package org.throughline.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.throughline.format.BrokenInput;
import org.throughline.format.BrokenRecord;
import org.throughline.format.Reading;
import org.throughline.format.RecordReader;
import org.throughline.format.SourceRecord;

/**
 * Reads a file ahead of its consumer: its threads read a batch of records in turn, each works on what it has read while the next
 * one reads, and the consumer gets what came of them in the order of the file. Records are worked on where they were read, since
 * handing them to another core costs more than reading them. A file of one batch takes no thread. What is under way at one time
 * is bounded by its characters.
 *
 * @param <T> what comes of one record
 */
public final class ReadAhead<T> implements AutoCloseable {

    private static final int BATCH = 500;
    private static final int BATCH_CHARACTERS = 500_000;
    private static final int BATCHES = 16;
    private static final int CHARACTERS = 4_000_000;

    private final RecordReader reader;
    private final Function<Reading, T> work;
    private final BlockingQueue<Future<Batch<T>>> batches = new ArrayBlockingQueue<>(BATCHES);
    private final Semaphore characters = new Semaphore(CHARACTERS);
    private Optional<ExecutorService> threads = Optional.empty();
    private final ReentrantLock turn = new ReentrantLock();
    private boolean allRead;
    private boolean ended;

    /** What came of some records; the last of a file has no records. */
    private record Batch<T>(List<T> made, int characters) {}

    /** Records as read. */
    private record Read(List<Reading> readings, int characters, boolean last) {}

    /**
     * Reads nothing yet.
     *
     * @param work what is done with each record; called by several threads at once
     */
    public ReadAhead(RecordReader reader, Function<Reading, T> work) {
        this.reader = reader;
        this.work = work;
    }

    /** What came of the next records, in order; empty at the end of the file. */
    public List<T> next() throws IOException {
        if (ended) {
            return List.of();
        }
        if (threads.isEmpty()) {
            Read first = read();
            if (first.last()) {
                ended = true;
                return worked(first).made();
            }
            start();
            return worked(first).made();
        }
        Batch<T> batch = taken();
        characters.release(batch.characters());
        ended = batch.made().isEmpty();
        return batch.made();
    }

    private Batch<T> taken() throws IOException {
        try {
            return batches.take().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The thread was interrupted while it waited for records.", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static IOException failure(Throwable cause) {
        if (cause instanceof IOException broken) {
            return broken;
        }
        if (cause instanceof RuntimeException ours) {
            throw ours;
        }
        if (cause instanceof Error grave) {
            throw grave;
        }
        throw new IllegalStateException(cause);
    }

    private void start() {
        int processors = Math.max(2, Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(processors, run -> {
            Thread thread = new Thread(LogLine.carried(run), "reading ahead");
            thread.setDaemon(true);
            return thread;
        });
        threads = Optional.of(pool);
        for (int i = 0; i < processors; i++) {
            pool.execute(this::readOn);
        }
    }

    private void readOn() {
        try {
            boolean more = true;
            while (more) {
                CompletableFuture<Batch<T>> promised = new CompletableFuture<>();
                Optional<Read> read = turn(promised);
                read.ifPresent(records -> keep(promised, records));
                more = read.isPresent();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException | Error failed) {
            fail(failed);
        }
    }

    /** Reads the next records when the other threads have read theirs; empty after the last. */
    private Optional<Read> turn(CompletableFuture<Batch<T>> promised) throws IOException, InterruptedException {
        turn.lockInterruptibly();
        try {
            if (allRead) {
                return Optional.empty();
            }
            // Stands until the end is seen: a thread that fails leaves nothing for the others to read.
            allRead = true;
            Read read = read();
            characters.acquire(read.characters());
            batches.put(promised);
            if (read.last()) {
                batches.put(CompletableFuture.completedFuture(new Batch<>(List.of(), 0)));
            }
            allRead = read.last();
            return Optional.of(read);
        } finally {
            turn.unlock();
        }
    }

    private void keep(CompletableFuture<Batch<T>> promised, Read records) {
        try {
            promised.complete(worked(records));
        } catch (RuntimeException | Error failed) {
            promised.completeExceptionally(failed);
        }
    }

    private void fail(Throwable failed) {
        try {
            batches.put(CompletableFuture.failedFuture(failed));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next records. A last batch may be empty only where the file has none at all. */
    private Read read() throws IOException {
        List<Reading> readings = new ArrayList<>(BATCH);
        int size = 0;
        while (readings.size() < BATCH && size < BATCH_CHARACTERS) {
            Optional<Reading> next = reader.next();
            next.ifPresent(readings::add);
            if (next.isEmpty() || next.get() instanceof BrokenInput) {
                return new Read(readings, Math.min(size, CHARACTERS), true);
            }
            size += characters(next.get());
        }
        return new Read(readings, Math.min(size, CHARACTERS), false);
    }

    private static int characters(Reading reading) {
        List<String> cells = List.of();
        if (reading instanceof SourceRecord record) {
            cells = record.cells();
        } else if (reading instanceof BrokenRecord broken) {
            cells = broken.cells();
        }
        int characters = 0;
        for (String cell : cells) {
            characters += cell.length();
        }
        return characters;
    }

    private Batch<T> worked(Read read) {
        List<T> made = new ArrayList<>(read.readings().size());
        for (Reading reading : read.readings()) {
            made.add(work.apply(reading));
        }
        return new Batch<>(made, read.characters());
    }

    private static boolean awaited(ExecutorService pool) {
        try {
            return pool.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Stops reading; the reader itself stays open. */
    @Override
    public void close() {
        threads.ifPresent(pool -> {
            pool.shutdownNow();
            boolean interrupted = Thread.interrupted();
            while (!awaited(pool)) {
                interrupted |= Thread.interrupted();
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
