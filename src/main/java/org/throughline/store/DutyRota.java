package org.throughline.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Duties that one node at a time does, again and again. When each is due and who is at it stands in a table: a duty whose node is
 * gone is taken up by another.
 */
public final class DutyRota implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DutyRota.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final int SILENT_LOOKS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Scheduler scheduler;

    private DutyRota(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * A duty.
     *
     * @param name what is done, in words
     * @param every time from its end to its next beginning
     */
    public record Duty(String name, Duration every, Runnable work) {}

    /** Takes part in these duties from now on, under the name of a node. */
    public static DutyRota start(Database database, String node, List<Duty> duties) {
        List<RecurringTask<Void>> tasks = duties.stream().map(DutyRota::task).toList();
        Scheduler scheduler = Scheduler.create(database.source())
                .tableName("intake.duty")
                .startTasks(tasks)
                .schedulerName(new SchedulerName.Fixed(node))
                .clock(new ServerClock(database)::now)
                .threads(duties.size())
                .pollingInterval(LOOK)
                .heartbeatInterval(LOOK)
                .missedHeartbeatsLimit(SILENT_LOOKS)
                .shutdownMaxWait(PATIENCE)
                .failureLogging(LogLevel.WARN, false)
                .build();
        scheduler.start();
        return new DutyRota(scheduler);
    }

    private static RecurringTask<Void> task(Duty duty) {
        return Tasks.recurring(duty.name(), FixedDelay.of(duty.every())).execute((instance, context) -> attempt(duty));
    }

    /** What fails is told by its kind, since a message may quote a value, and is due again as usual. */
    private static void attempt(Duty duty) {
        try {
            duty.work().run();
        } catch (RuntimeException failed) {
            LOG.error("While {}: {}", duty.name(), failed.getClass().getName());
        }
    }

    /** Lets what is under way end, and takes part no longer. */
    @Override
    public void close() {
        scheduler.stop();
    }
}
