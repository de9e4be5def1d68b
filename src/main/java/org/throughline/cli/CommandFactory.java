package org.throughline.cli;

import java.lang.reflect.Constructor;
import picocli.CommandLine;

/** Makes commands with the hub's parts in their hands. */
final class CommandFactory implements CommandLine.IFactory {
    private final Parts parts;
    private final Console console;

    CommandFactory(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 2 && constructor.getParameterTypes()[0] == Parts.class) {
                return type.cast(constructor.newInstance(parts, console));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
