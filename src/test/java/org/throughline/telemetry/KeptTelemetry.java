package org.throughline.telemetry;

import java.time.Clock;

/** Watches a hub of a test, and keeps its figures and spans. */
public final class KeptTelemetry {
    private final KeptSpans spans = new KeptSpans();
    private final Telemetry telemetry = Telemetry.of(spans, Clock.systemUTC());

    /** What the hub tells. */
    public Telemetry telemetry() {
        return telemetry;
    }

    /** All figures. */
    public String metrics() {
        return telemetry.metrics();
    }

    /** All spans, with everything that they say. */
    public String spans() {
        return spans.all().toString();
    }
}
