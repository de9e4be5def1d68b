package org.throughline.find;

import java.time.Instant;
import org.throughline.intake.FeedId;
import org.throughline.intake.RecordId;
import org.throughline.intake.RecordState;

/** A row of a file that is held, waits or was rejected under the key that was looked for, or that was named itself. */
public record FoundRow(RecordId id, FeedId feed, String fileName, Instant receivedAt, RecordState state) {}
