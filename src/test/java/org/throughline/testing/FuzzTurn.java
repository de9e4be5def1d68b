package org.throughline.testing;

import java.util.List;

/** The ways in which a fuzz test reads one input: all of them for a kept input, one by its last byte while fuzzing. */
public final class FuzzTurn {
    private static final boolean FUZZING = System.getenv("JAZZER_FUZZ") != null;

    private FuzzTurn() {}

    /** The ways that this input takes. While fuzzing one is enough: the next inputs take the others, and more inputs are read. */
    public static <T> List<T> of(byte[] input, List<T> ways) {
        if (!FUZZING || input.length == 0) {
            return ways;
        }
        return List.of(ways.get(Byte.toUnsignedInt(input[input.length - 1]) % ways.size()));
    }
}
