package org.throughline.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says whether the hub can work, to whoever asks, and no more. */
@RestController
final class HealthController {
    private final WebParts parts;

    HealthController(WebParts parts) {
        this.parts = parts;
    }

    @GetMapping("/health")
    ResponseEntity<String> health() {
        boolean ready = parts.ready().getAsBoolean();
        return ResponseEntity.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"status\":\"" + (ready ? "ready" : "not ready") + "\"}\n");
    }
}
