package org.throughline.drop;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.route.PartnerFolders;
import org.throughline.route.SafeName;

/**
 * Which texts name a place in a partner's home. Steps up are worked out on the text alone, which is safe because no link is
 * ever followed; whoever steps out of the home, or names a folder that is none of the five, letter for letter, is refused.
 */
final class PathRule {
    private static final int LONGEST = 1_000;

    private PathRule() {}

    /** The shape of a text that is refused, without the text; empty for a good one. */
    static Optional<String> refusal(String text) {
        if (text.length() > LONGEST) {
            return shape(text, "that is longer than " + LONGEST);
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            return shape(text, "with a control character");
        }
        if (text.indexOf('\\') >= 0) {
            return shape(text, "with a backslash");
        }
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            return shape(text, "with composed signs that look like others");
        }
        return steps(text).map(steps -> outside(text, steps)).orElseGet(() -> shape(text, "that leaves the home"));
    }

    private static Optional<String> outside(String text, List<String> steps) {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        if (!PartnerFolders.NAMES.contains(steps.get(0))) {
            return shape(text, "to a folder that the home does not have");
        }
        return switch (steps.size()) {
            case 1 -> Optional.empty();
            case 2 -> SafeName.refusal(steps.get(1)).map(name -> "a path to " + name);
            default -> shape(text, "to a folder inside a folder");
        };
    }

    /** The place that a text names; only for a text that is not refused. */
    static DropPath place(String text) {
        return new DropPath(steps(text).orElseThrow());
    }

    private static Optional<String> shape(String text, String what) {
        return Optional.of("a path of " + text.length() + " characters " + what);
    }

    /** The steps from the home on; empty where one leads out of it. */
    private static Optional<List<String>> steps(String text) {
        List<String> steps = new ArrayList<>();
        for (String step : text.split("/")) {
            if (step.equals("..")) {
                if (steps.isEmpty()) {
                    return Optional.empty();
                }
                steps.remove(steps.size() - 1);
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return Optional.of(steps);
    }
}
