package org.throughline.night;

import java.util.List;
import org.throughline.intake.FeedEvent;
import org.throughline.intake.Receipt;
import org.throughline.linkage.LinkageResult;
import org.throughline.measure.MeasureResult;
import org.throughline.release.Sent;

/**
 * What a night brought.
 *
 * @param receipts one for every file that came in, as things stood at the end of intake
 * @param receiptsDelivered receipts that reached their senders
 * @param events what went wrong on the way
 * @param sent what came of sending to each provider
 */
public record NightReport(
        List<Receipt> receipts,
        int receiptsDelivered,
        List<FeedEvent> events,
        LinkageResult linkage,
        MeasureResult measures,
        List<Sent> sent) {}
