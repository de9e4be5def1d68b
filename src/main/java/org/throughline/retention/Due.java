package org.throughline.retention;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A part of a submission that is no longer to be kept.
 *
 * @param part {@code originals} or {@code records}
 * @param stays why it stays all the same; empty where it goes
 */
public record Due(
        long submission,
        String part,
        String sender,
        String feed,
        String file,
        LocalDate dueOn,
        String retained,
        Optional<String> stays) {}
