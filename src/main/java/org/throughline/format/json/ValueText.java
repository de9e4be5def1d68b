package org.throughline.format.json;

import java.util.Optional;
import org.throughline.problem.ProblemCode;

/** What JSON can write and no record can keep: control characters, and halves of characters. */
enum ValueText {
    CONTROL(ProblemCode.CONTROL_CHARACTER, "A control character stands in the value at "),
    HALF(ProblemCode.UNDECODABLE, "Half of a character (a lone surrogate) stands in the value at ");

    private final ProblemCode code;
    private final String words;

    ValueText(ProblemCode code, String words) {
        this.code = code;
        this.words = words;
    }

    static Optional<ValueText> fault(String text) {
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            if (letter < ' ' && letter != '\t' && letter != '\n' && letter != '\r') {
                return Optional.of(CONTROL);
            }
            if (Character.isSurrogate(letter)) {
                if (Character.charCount(text.codePointAt(index)) == 1) {
                    return Optional.of(HALF);
                }
                index++;
            }
        }
        return Optional.empty();
    }

    ProblemCode code() {
        return code;
    }

    String fact(String path) {
        return words + "`" + path + "`.";
    }
}
