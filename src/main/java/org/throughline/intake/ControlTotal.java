package org.throughline.intake;

import java.util.Optional;

/**
 * What a sender states about a file as a whole beside what the file holds, as the receipt shows it. A sum over few records shows
 * neither number, since it comes too near to the value of one.
 *
 * @param name what is stated, such as {@code rows}
 * @param agrees whether both agree; empty where the sender states nothing
 */
public record ControlTotal(String name, Optional<String> stated, Optional<String> found, Optional<Boolean> agrees) {

    /** The same without its numbers. */
    ControlTotal withoutNumbers() {
        return new ControlTotal(name, Optional.empty(), Optional.empty(), agrees);
    }
}
