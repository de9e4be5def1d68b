package org.throughline.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.intake.Receipt;
import org.throughline.intake.ReceiptDocument;
import org.throughline.intake.Submission;

/** Shows a receipt, and the annotated original, to the partner that sent the file; to everybody else they are not there. */
@RestController
final class ReceiptController {
    private final WebParts parts;
    private final Uploads spool;

    ReceiptController(WebParts parts, WebSetting setting) {
        this.parts = parts;
        this.spool = new Uploads(parts.spool(), setting.limits());
    }

    @GetMapping("/receipts/{number}")
    ResponseEntity<String> receipt(@PathVariable String number, Authentication partner) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(ReceiptDocument.of(own(number, partner)) + "\n");
    }

    /** Written to the spool first: a copy that cannot be made whole is never half an answer. */
    @GetMapping("/receipts/{number}/annotated")
    void annotated(@PathVariable String number, Authentication partner, HttpServletResponse response)
            throws IOException {
        Receipt receipt = own(number, partner);
        Path file = spool.create();
        try {
            String name = parts.annotated()
                    .apply(receipt, file)
                    .orElseThrow(() ->
                            Answer.refusal(HttpStatus.NOT_FOUND, "There is no annotated original of this receipt."));
            response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
            response.setContentLengthLong(Files.size(file));
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(name).build().toString());
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Receipt own(String number, Authentication partner) {
        return Optional.of(number)
                .filter(text -> text.matches("[1-9]\\d{0,17}"))
                .map(Long::parseLong)
                .flatMap(known -> parts.ledger().submission(known))
                .filter(known -> known.feed().id().sender().equals(partner.getName()))
                .map(Submission::number)
                .map(parts.receipts()::receipt)
                .orElseThrow(() -> Answer.refusal(HttpStatus.NOT_FOUND, "There is no such receipt."));
    }
}
