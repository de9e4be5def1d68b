package org.throughline.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.throughline.intake.Counts;
import org.throughline.intake.Feed;
import org.throughline.intake.FeedId;
import org.throughline.intake.Original;
import org.throughline.intake.Receipt;
import org.throughline.intake.Stage;
import org.throughline.intake.Submission;
import org.throughline.intake.SubmissionStatus;

final class TelemetryTest {
    private static final Instant CAME = Instant.parse("2026-10-06T12:00:00Z");
    private static final FeedId FEED = new FeedId("aster", "people");
    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final KeptSpans spans = new KeptSpans();
    private final Telemetry telemetry = Telemetry.of(spans, Clock.fixed(CAME.plusSeconds(3), ZoneOffset.UTC));

    @AfterEach
    void close() {
        telemetry.close();
    }

    @Test
    void drawsOneTraceOfASubmission() {
        submitted(() -> {});

        assertThat(spans.all())
                .extracting(SpanData::getName)
                .containsExactly("receive", "read", "decide", "receipt", "submission");
        String root = spans.named("submission").getSpanId();
        assertThat(spans.all().subList(0, 4))
                .allSatisfy(span -> assertThat(span.getParentSpanId()).isEqualTo(root));
    }

    @Test
    void goesOnWithTheTraceOfTheSender() {
        telemetry.following(Optional.of(PARENT), () -> submitted(() -> {}));

        assertThat(spans.all())
                .allSatisfy(span -> assertThat(span.getTraceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c"));
        assertThat(spans.named("submission").getParentSpanId()).isEqualTo("b7ad6b7169203331");
    }

    @Test
    void beginsATraceOfItsOwnWhereTheHeaderIsNone() {
        telemetry.following(Optional.of("Hazel Aster"), () -> submitted(() -> {}));

        assertThat(spans.named("submission").getParentSpanContext().isValid()).isFalse();
    }

    @Test
    void findsTheTraceOfASubmissionAgainWhenItsReceiptIsDelivered() {
        submitted(() -> {});
        telemetry.again(7, Stage.DELIVER, () -> {
            telemetry.delivered(Delivered.RECEIPT, Result.DELIVERED);
            return true;
        });

        assertThat(spans.named("deliver").getParentSpanId())
                .isEqualTo(spans.named("submission").getSpanId());
    }

    @Test
    void leavesNoSpanOfADeliveryThatNobodyTried() {
        telemetry.again(7, Stage.DELIVER, () -> false);

        assertThat(spans.all()).isEmpty();
    }

    @Test
    void saysTheKindOfAFailureAndNeverItsMessage() {
        assertThatThrownBy(() -> submitted(() -> {
                    throw new IllegalStateException("Hazel Aster, 900-55-4821");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(spans.named("decide").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(spans.named("decide").getAttributes().get(SpanKey.CODE.key()))
                .isEqualTo("IllegalStateException");
        assertThat(spans.all().toString()).doesNotContain("Hazel", "900-55");
        assertThat(spans.all()).allSatisfy(span -> assertThat(span.getEvents()).isEmpty());
    }

    @Test
    void saysNothingBesideTheAllowedAttributes() {
        submitted(() -> {});
        Set<String> allowed = new TreeSet<>();
        for (SpanKey key : SpanKey.values()) {
            allowed.add(key.key().getKey());
        }

        assertThat(spans.all())
                .allSatisfy(span -> span.getAttributes()
                        .forEach((key, value) -> assertThat(allowed).contains(key.getKey())));
    }

    @Test
    void tellsTheLogWhichTraceItsLinesBelongTo() {
        String trace = telemetry.during(Stage.SUBMISSION, () -> MDC.get("trace"));

        assertThat(trace).isEqualTo(spans.named("submission").getTraceId());
        assertThat(MDC.get("trace")).isNull();
    }

    @Test
    void countsWhatBecameOfASubmission() {
        submitted(() -> {});

        assertThat(telemetry.metrics())
                .contains(
                        "throughline_submissions_total{feed=\"aster/people\",state=\"loaded\"} 1.0",
                        "throughline_records_total{feed=\"aster/people\",state=\"accepted\"} 5.0",
                        "throughline_records_total{feed=\"aster/people\",state=\"held\"} 2.0",
                        "throughline_arrival_to_receipt_seconds_bucket{le=\"2.0\"} 0",
                        "throughline_arrival_to_receipt_seconds_bucket{le=\"5.0\"} 1",
                        "throughline_arrival_to_receipt_seconds_sum 3.0",
                        "throughline_stage_seconds_count{stage=\"decide\"} 1");
    }

    @Test
    void hasLabelsFromClosedSetsOnly() {
        submitted(() -> {});

        assertThat(StrayLabels.in(telemetry.metrics(), List.of("aster/people"))).isEmpty();
    }

    @Test
    void findsALabelThatNamesAClient() {
        telemetry.meters().count(Metric.SUBMISSIONS, 1, "aster/people", "Hazel Aster");
        telemetry.meters().count(Metric.RECORDS, 1, "hazel/aster", "held");
        telemetry
                .meters()
                .registry()
                .counter("throughline.submissions.of", "client", "Hazel")
                .increment();

        assertThat(StrayLabels.in(telemetry.metrics(), List.of("aster/people")))
                .anyMatch(line -> line.equals("state=\"Hazel Aster\""))
                .anyMatch(line -> line.equals("feed=\"hazel/aster\""))
                .anyMatch(line -> line.equals("client=\"Hazel\""));
    }

    private Receipt submitted(Runnable decision) {
        return telemetry.during(Stage.SUBMISSION, () -> {
            telemetry.during(Stage.RECEIVE, () -> 7);
            telemetry.about(new Submission(
                    7,
                    new Feed(1, FEED, "probe/people", "live"),
                    "Hazel Aster.csv",
                    new Original("0".repeat(64), 1),
                    CAME,
                    Optional.empty()));
            telemetry.next(Stage.READ);
            telemetry.next(Stage.DECIDE);
            decision.run();
            Receipt receipt = telemetry.during(Stage.RECEIPT, TelemetryTest::receipt);
            telemetry.decided(receipt);
            return receipt;
        });
    }

    private static Receipt receipt() {
        return new Receipt(
                7,
                FEED,
                "Hazel Aster.csv",
                "0".repeat(64),
                CAME,
                SubmissionStatus.LOADED,
                Optional.empty(),
                Optional.empty(),
                new Counts(5, 0, 2, 0, 0),
                0,
                List.of(),
                List.of(),
                List.of(),
                java.util.Map.of());
    }
}
