package org.throughline.web;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.throughline.intake.Delivery;
import org.throughline.intake.Receipt;
import org.throughline.intake.Receipts;
import org.throughline.intake.SubmissionLedger;
import org.throughline.intake.UploadTokens;

/**
 * What HTTP needs of the hub.
 *
 * @param intake takes a file in, with the traceparent of who sends it
 * @param annotated writes the annotated original of a receipt to a file; its name for the sender, empty where there is none
 * @param spool folder for files on their way in
 * @param ready true while the hub can work
 */
public record WebParts(
        UploadTokens tokens,
        BiFunction<Delivery, Optional<String>, Receipt> intake,
        SubmissionLedger ledger,
        Receipts receipts,
        BiFunction<Receipt, Path, Optional<String>> annotated,
        Path spool,
        BooleanSupplier ready) {}
