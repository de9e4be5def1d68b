package org.throughline.release;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * May this discloser's data about this client go to this recipient, now?
 *
 * @param dataClass word of the class of data that the measure tells
 * @param instant instant of sending
 * @param zone where the recipient is; days are judged there
 */
public record Question(
        String discloser,
        String recipient,
        String measure,
        String dataClass,
        String purpose,
        Instant instant,
        ZoneId zone) {

    LocalDate day() {
        return instant.atZone(zone).toLocalDate();
    }
}
