package org.throughline.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.intake.Delivery;
import org.throughline.intake.FeedId;
import org.throughline.intake.Receipt;
import org.throughline.route.SafeName;

/** Takes a partner's file for one of its own feeds: the body as it is, or the one file of a form. */
@RestController
final class UploadController {
    private static final String NAME = "name=";
    /** Header of the W3C Trace Context, by which the sender's own trace goes on here. */
    private static final String TRACE = "traceparent";

    private final WebParts parts;
    private final Uploads uploads;

    UploadController(WebParts parts, WebSetting setting) {
        this.parts = parts;
        this.uploads = new Uploads(parts.spool(), setting.limits());
    }

    @PostMapping("/feeds/{sender}/{feed}/files")
    ResponseEntity<String> upload(
            @PathVariable String sender, @PathVariable String feed, HttpServletRequest request, Authentication partner)
            throws IOException {
        if (!partner.getName().equals(sender)) {
            throw Answer.refusal(HttpStatus.FORBIDDEN, "This token opens the feeds of its own partner only.");
        }
        FeedId id = feed(sender, feed);
        Optional<String> asked = asked(request).map(UploadController::good);
        if (asked.isEmpty() && !Form.is(request)) {
            throw Answer.refusal(HttpStatus.BAD_REQUEST, "The file has no name. Send it as ?name=FILE.csv.");
        }
        Uploads.Kept kept = uploads.keep(request);
        try {
            String name =
                    asked.or(() -> kept.name().map(UploadController::good)).orElseThrow();
            return told(parts.intake()
                    .apply(
                            new Delivery(id, kept.file(), name, Optional.empty()),
                            Optional.ofNullable(request.getHeader(TRACE))));
        } finally {
            Files.deleteIfExists(kept.file());
        }
    }

    private static ResponseEntity<String> told(Receipt receipt) {
        String place = "/receipts/" + receipt.submission();
        return ResponseEntity.created(URI.create(place))
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"submission\":%d,\"receipt\":\"%s\",\"sha256\":\"%s\",\"status\":\"%s\"}\n"
                        .formatted(
                                receipt.submission(),
                                place,
                                receipt.sha256(),
                                receipt.status().word()));
    }

    private static FeedId feed(String sender, String feed) {
        try {
            return new FeedId(sender, feed);
        } catch (IllegalArgumentException unfit) {
            throw Answer.refusal(HttpStatus.NOT_FOUND, "There is no such feed.");
        }
    }

    /** From the query alone: asking the request for its parameters would read a body that looks like a form. */
    private static Optional<String> asked(HttpServletRequest request) {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        try {
            return Arrays.stream(query.split("&"))
                    .filter(part -> part.startsWith(NAME))
                    .findFirst()
                    .map(part -> URLDecoder.decode(part.substring(NAME.length()), StandardCharsets.UTF_8))
                    .filter(name -> !name.isBlank());
        } catch (IllegalArgumentException unfit) {
            throw Answer.refusal(HttpStatus.BAD_REQUEST, "The name of the file is not encoded as a query is.");
        }
    }

    private static String good(String name) {
        SafeName.refusal(name).ifPresent(shape -> {
            throw Answer.refusal(HttpStatus.BAD_REQUEST, "The file has " + shape + ". Give it a plain name.");
        });
        return name;
    }
}
