package org.throughline.route;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.camel.support.ScheduledPollConsumer;

/** One folder of an account that files are taken from, one look at a time. */
final class Pull {
    private final ScheduledPollConsumer consumer;
    private final TakingStrategy strategy;
    private final PullOutcome outcome;
    private final Optional<Path> local;

    /**
     * A pull.
     *
     * @param local the folder, where it is one of this machine
     */
    Pull(ScheduledPollConsumer consumer, TakingStrategy strategy, PullOutcome outcome, Optional<Path> local) {
        this.consumer = consumer;
        this.strategy = strategy;
        this.outcome = outcome;
        this.local = local;
    }

    /** Takes everything that is whole now, and then shows the names and sizes of what is left. */
    synchronized Pulled look(BiConsumer<Map<String, Long>, PullOutcome> leftBehind) {
        outcome.begin();
        strategy.begin();
        local.flatMap(Pull::unusable).ifPresent(outcome::broke);
        if (outcome.fault().isEmpty()) {
            take(leftBehind);
        }
        return outcome.end();
    }

    /** Why the last look could not go on. */
    Optional<TransportFault> fault() {
        return outcome.fault();
    }

    private static Optional<TransportFault> unusable(Path folder) {
        if (Files.isSymbolicLink(folder)) {
            return Optional.of(TransportFault.LINK);
        }
        return Files.isDirectory(folder) ? Optional.empty() : Optional.of(TransportFault.NOT_THERE);
    }

    private void take(BiConsumer<Map<String, Long>, PullOutcome> leftBehind) {
        try {
            consumer.run();
            if (outcome.fault().isEmpty()) {
                leftBehind.accept(strategy.list(), outcome);
            }
        } catch (IOException | RuntimeException broken) {
            outcome.handleException(broken);
        } finally {
            strategy.leave();
        }
    }
}
