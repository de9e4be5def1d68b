package org.throughline.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.Optional;
import org.throughline.intake.Stage;

/** A stage that is under way on a thread, with the part that it has come to. */
final class Step {
    private final Stage stage;
    private final Span span;
    private final Context context;
    private final long start = System.nanoTime();
    private Optional<Step> part = Optional.empty();
    private boolean told;

    Step(Stage stage, Span span, Context parent) {
        this.stage = stage;
        this.span = span;
        this.context = parent.with(span);
    }

    Stage stage() {
        return stage;
    }

    Span span() {
        return span;
    }

    Context context() {
        return context;
    }

    Optional<Step> part() {
        return part;
    }

    void comesTo(Optional<Step> next) {
        part = next;
    }

    void say(SpanKey key, String word) {
        span.setAttribute(key.key(), word);
        told = true;
    }

    void failed(Throwable failure) {
        say(SpanKey.CODE, failure.getClass().getSimpleName());
        span.setStatus(StatusCode.ERROR);
    }

    /** Ends; a delivery that nobody tried leaves no span. Returns how long it took. */
    Duration end() {
        if (stage != Stage.DELIVER || told) {
            span.end();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
