package org.throughline.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/** The figures of a hub. A value for each label is asked for by its enum or its feed, so that nothing else can get in. */
final class Meters implements AutoCloseable {
    private static final Duration[] STAGE_STEPS = steps(10, 50, 100, 500, 1_000, 5_000, 30_000, 120_000, 600_000);
    private static final Duration[] RECEIPT_STEPS =
            steps(250, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 300_000, 1_800_000, 7_200_000);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Metric, MultiGauge> rows = new EnumMap<>(Metric.class);
    private final Map<Metric, Map<List<String>, Counter>> counters = new ConcurrentHashMap<>();
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();
    private final JvmGcMetrics collections = new JvmGcMetrics();

    /** One line of a gauge that has labels. */
    record Line(List<String> labels, double value) {}

    Meters() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    PrometheusMeterRegistry registry() {
        return registry;
    }

    void count(Metric metric, double amount, String... labels) {
        counters.computeIfAbsent(metric, any -> new ConcurrentHashMap<>())
                .computeIfAbsent(
                        List.of(labels),
                        values -> Counter.builder(metric.meter())
                                .description(metric.words())
                                .tags(tags(metric, values))
                                .register(registry))
                .increment(amount);
    }

    void time(Metric metric, Duration took, String... labels) {
        timers.computeIfAbsent(
                        metric + String.join("/", labels),
                        any -> Timer.builder(metric.meter())
                                .description(metric.words())
                                .tags(tags(metric, List.of(labels)))
                                .serviceLevelObjectives(metric == Metric.STAGES ? STAGE_STEPS : RECEIPT_STEPS)
                                .register(registry))
                .record(took);
    }

    /** A gauge without labels that is read when somebody asks. */
    void gauge(Metric metric, DoubleSupplier value, String... labels) {
        Gauge.builder(metric.meter(), value::getAsDouble)
                .description(metric.words())
                .tags(tags(metric, List.of(labels)))
                .strongReference(true)
                .register(registry);
    }

    /** Every line that a gauge has from now on. */
    void lines(Metric metric, List<Line> now) {
        rows.computeIfAbsent(
                        metric,
                        any -> MultiGauge.builder(metric.meter())
                                .description(metric.words())
                                .register(registry))
                .register(
                        now.stream()
                                .map(line -> MultiGauge.Row.of(tags(metric, line.labels()), line.value()))
                                .toList(),
                        true);
    }

    private static Tags tags(Metric metric, List<String> values) {
        if (values.size() != metric.labels().size()) {
            throw new IllegalArgumentException(metric + " has the labels " + metric.labels() + ".");
        }
        return Tags.of(Stream.iterate(0, i -> i < values.size(), i -> i + 1)
                .map(i -> Tag.of(metric.labels().get(i).word(), values.get(i)))
                .toList());
    }

    private static Duration[] steps(long... millis) {
        return java.util.Arrays.stream(millis).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
