package org.throughline.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Spans of submissions. Without a place to send them they still have numbers, which the log quotes. */
final class Traces implements AutoCloseable {
    private static final int KNOWN = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SdkTracerProvider provider;
    private final Tracer tracer;
    private final Map<Long, SpanContext> ways = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, SpanContext> eldest) {
            return size() > KNOWN;
        }
    };

    /** Reads the one header of a request that we follow. */
    private static final TextMapGetter<String> HEADER = (header, key) -> "traceparent".equals(key) ? header : null;

    private Traces(SdkTracerProviderBuilder builder, String node) {
        this.provider = builder.setResource(Resource.create(Attributes.of(
                        AttributeKey.stringKey("service.name"),
                        "throughline",
                        AttributeKey.stringKey("service.instance.id"),
                        node)))
                .build();
        this.tracer = provider.get("org.throughline");
    }

    /** Spans that go nowhere. */
    static Traces kept(String node) {
        return new Traces(SdkTracerProvider.builder(), node);
    }

    /** Spans that go to this processor. */
    static Traces to(SpanProcessor processor, String node) {
        return new Traces(SdkTracerProvider.builder().addSpanProcessor(processor), node);
    }

    /** Spans that go to a collector. */
    static Traces to(TraceSetting setting, String node) {
        OtlpHttpSpanExporterBuilder exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(setting.endpoint().toString())
                .setTimeout(PATIENCE);
        setting.token().ifPresent(token -> exporter.addHeader("Authorization", "Bearer " + token));
        return to(BatchSpanProcessor.builder(exporter.build()).build(), node);
    }

    Span begin(String name, Context parent) {
        return tracer.spanBuilder(name).setParent(parent).startSpan();
    }

    /** The context of who sends, where the header is one. */
    Context following(String traceparent) {
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, HEADER);
    }

    /** Later stages of this submission belong to this span. */
    void remember(long submission, SpanContext way) {
        synchronized (ways) {
            ways.put(submission, way);
        }
    }

    /** The context of a submission that came before; a new one where it came before this hub started. */
    Context of(long submission) {
        synchronized (ways) {
            return Optional.ofNullable(ways.get(submission))
                    .map(way -> Context.root().with(Span.wrap(way)))
                    .orElse(Context.root());
        }
    }

    /** Sends what is left. */
    void flush() {
        provider.forceFlush().join(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        provider.shutdown().join(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
