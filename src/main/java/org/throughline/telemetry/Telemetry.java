package org.throughline.telemetry;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.throughline.intake.Counts;
import org.throughline.intake.LogLine;
import org.throughline.intake.Receipt;
import org.throughline.intake.RecordState;
import org.throughline.intake.Stage;
import org.throughline.intake.Submission;
import org.throughline.intake.SubmissionStatus;
import org.throughline.intake.SubmissionWatcher;

/**
 * Watches a hub at work: counts and times what becomes of submissions, and draws each one's way as a trace. Safe for use by
 * several threads. Says numbers, feeds and words of closed sets, and nothing else.
 */
public final class Telemetry implements SubmissionWatcher, AutoCloseable {
    private final Meters meters = new Meters();
    private final Traces traces;
    private final Clock clock;
    private final ThreadLocal<Deque<Step>> steps = ThreadLocal.withInitial(ArrayDeque::new);
    private final ThreadLocal<Optional<Context>> sender = ThreadLocal.withInitial(Optional::empty);

    private Telemetry(Traces traces, Clock clock) {
        this.traces = traces;
        this.clock = clock;
    }

    /**
     * Watches a hub.
     *
     * @param traces where traces go; nowhere where empty
     * @param node name of this hub among those of one database
     */
    public static Telemetry of(Optional<TraceSetting> traces, String node, Clock clock) {
        return new Telemetry(traces.map(setting -> Traces.to(setting, node)).orElseGet(() -> Traces.kept(node)), clock);
    }

    /** Watches a hub whose spans go to this processor. */
    static Telemetry of(SpanProcessor processor, Clock clock) {
        return new Telemetry(Traces.to(processor, "test"), clock);
    }

    @Override
    public <T> T during(Stage stage, Supplier<T> work) {
        Optional<Step> outer = Optional.ofNullable(steps.get().peek());
        outer.ifPresent(this::endPart);
        return run(stage, outer.map(Step::context).or(sender::get).orElse(Context.root()), work);
    }

    @Override
    public <T> T again(long submission, Stage stage, Supplier<T> work) {
        return run(stage, traces.of(submission), () -> {
            current().ifPresent(step -> step.span().setAttribute(SpanKey.SUBMISSION.key(), Long.toString(submission)));
            return work.get();
        });
    }

    @Override
    public void next(Stage part) {
        current().ifPresent(step -> {
            endPart(step);
            step.comesTo(Optional.of(new Step(part, traces.begin(part.word(), step.context()), step.context())));
        });
    }

    @Override
    public void about(Submission submission) {
        Deque<Step> open = steps.get();
        open.forEach(step -> {
            step.say(SpanKey.SUBMISSION, Long.toString(submission.number()));
            step.say(SpanKey.FEED, submission.feed().id().toString());
        });
        Optional.ofNullable(open.peekLast())
                .ifPresent(
                        root -> traces.remember(submission.number(), root.span().getSpanContext()));
    }

    @Override
    public void decided(Receipt receipt) {
        String feed = receipt.feed().toString();
        meters.count(Metric.SUBMISSIONS, 1, feed, receipt.status().word());
        if (receipt.status() != SubmissionStatus.DUPLICATE) {
            Arrays.stream(RecordState.values())
                    .forEach(
                            state -> meters.count(Metric.RECORDS, count(receipt.records(), state), feed, state.word()));
        }
        Duration took = Duration.between(receipt.receivedAt(), clock.instant());
        meters.time(Metric.ARRIVAL_TO_RECEIPT, took.isNegative() ? Duration.ZERO : took);
        current().ifPresent(step -> step.say(SpanKey.STATE, receipt.status().word()));
    }

    /** A delivery was tried. */
    public void delivered(Delivered what, Result result) {
        meters.count(Metric.DELIVERIES, 1, Label.value(what), Label.value(result));
        current().ifPresent(step -> step.say(SpanKey.RESULT, Label.value(result)));
    }

    /** Does work whose trace goes on from that of the sender. */
    public <T> T following(Optional<String> traceparent, Supplier<T> work) {
        sender.set(traceparent.map(traces::following));
        try {
            return work.get();
        } finally {
            sender.remove();
        }
    }

    /** Takes the figures of feeds and queues from what the database says now. */
    public void look(Board board) {
        board.tell(meters);
    }

    /** Takes the health of the hub. */
    public void look(List<Finding> findings) {
        meters.lines(
                Metric.HEALTH,
                findings.stream()
                        .map(finding -> new Meters.Line(
                                List.of(Label.value(finding.check())),
                                finding.verdict().ordinal()))
                        .toList());
    }

    /** Room on the disk of the home, asked for when it is told. */
    public void disk(DoubleSupplier free) {
        meters.gauge(Metric.DISK_FREE, free);
    }

    /** Connections to the database, asked for when they are told. */
    public void connections(Function<Connections, Integer> count, int most) {
        Arrays.stream(Connections.values())
                .forEach(state -> meters.gauge(Metric.CONNECTIONS, () -> count.apply(state), Label.value(state)));
        meters.gauge(Metric.CONNECTIONS_MOST, () -> most);
    }

    /** All figures as Prometheus reads them. */
    public String metrics() {
        return meters.registry().scrape();
    }

    /** Sends the traces that are still here. */
    public void flush() {
        traces.flush();
    }

    Meters meters() {
        return meters;
    }

    private <T> T run(Stage stage, Context parent, Supplier<T> work) {
        Deque<Step> open = steps.get();
        Step step = new Step(stage, traces.begin(stage.word(), parent), parent);
        boolean first = open.isEmpty();
        open.push(step);
        try {
            return first
                    ? LogLine.about(Map.of("trace", step.span().getSpanContext().getTraceId()), work)
                    : work.get();
        } catch (RuntimeException | Error failed) {
            step.part().orElse(step).failed(failed);
            step.failed(failed);
            throw failed;
        } finally {
            endPart(step);
            open.pop();
            end(step);
        }
    }

    private void endPart(Step step) {
        step.part().ifPresent(this::end);
        step.comesTo(Optional.empty());
    }

    private void end(Step step) {
        meters.time(Metric.STAGES, step.end(), step.stage().word());
    }

    private Optional<Step> current() {
        return Optional.ofNullable(steps.get().peek());
    }

    private static long count(Counts counts, RecordState state) {
        return switch (state) {
            case ACCEPTED -> counts.accepted();
            case UNCHANGED -> counts.unchanged();
            case HELD -> counts.held();
            case REJECTED -> counts.rejected();
            case WAITING -> counts.waiting();
        };
    }

    /** Sends what is left, and stops. */
    @Override
    public void close() {
        traces.close();
        meters.close();
    }
}
