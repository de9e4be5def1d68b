package org.throughline.web;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.intake.ReceiptDocument;
import org.throughline.intake.Submission;

/** Shows a receipt to the partner that sent the file; to everybody else it is not there. */
@RestController
final class ReceiptController {
    private final WebParts parts;

    ReceiptController(WebParts parts) {
        this.parts = parts;
    }

    @GetMapping("/receipts/{number}")
    ResponseEntity<String> receipt(@PathVariable String number, Authentication partner) {
        long submission = Optional.of(number)
                .filter(text -> text.matches("[1-9]\\d{0,17}"))
                .map(Long::parseLong)
                .flatMap(known -> parts.ledger().submission(known))
                .filter(known -> known.feed().id().sender().equals(partner.getName()))
                .map(Submission::number)
                .orElseThrow(() -> Answer.refusal(HttpStatus.NOT_FOUND, "There is no such receipt."));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(ReceiptDocument.of(parts.receipts().receipt(submission)) + "\n");
    }
}
