package org.throughline;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A part that is made when it is first asked for. Safe for use by several threads. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private Optional<T> made = Optional.empty();

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        if (made.isEmpty()) {
            made = Optional.of(maker.get());
        }
        return made.get();
    }

    /** Does something with the part, if it was ever made. */
    synchronized void ifMade(Consumer<T> action) {
        made.ifPresent(action);
    }
}
