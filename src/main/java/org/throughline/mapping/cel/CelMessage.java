package org.throughline.mapping.cel;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.throughline.mapping.yaml.Nearest;

/** Tells the CEL compiler's findings in the words of the mapping language. */
final class CelMessage {

    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern OVERLOAD =
            Pattern.compile("found no matching overload for '([^']*)' applied to '\\((.*?)\\)'.*", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9.]*");
    private static final Map<String, String> SIGNS = Map.of("_?_:_", "? :", "_[_]", "[ ]", "@in", "in");

    private static final Set<String> FUNCTIONS =
            Library.functions().stream().map(LibraryFunction::name).collect(Collectors.toUnmodifiableSet());

    private final Collection<String> names;

    CelMessage(Collection<String> names) {
        this.names = names;
    }

    String told(String message, String text, int character) {
        Matcher undeclared = UNDECLARED.matcher(message);
        if (undeclared.matches() && text.startsWith("(", character)) {
            String name = wordBefore(text, character, undeclared.group(1));
            return "`" + name + "` is not a function of the mapping language." + Nearest.hint(name, FUNCTIONS);
        }
        if (undeclared.matches()) {
            String name = wordAt(text, character, undeclared.group(1));
            return "`" + name + "` is neither a field of this file nor a fact." + Nearest.hint(name, names);
        }
        Matcher overload = OVERLOAD.matcher(message);
        if (overload.matches()) {
            String sign = SIGNS.getOrDefault(
                    overload.group(1), overload.group(1).replace("_", "").replace("@", ""));
            return "`" + sign + "` cannot be applied to (" + types(overload.group(2)) + ").";
        }
        return "This is not an expression: " + message.replaceAll(" expecting .*", "") + ".";
    }

    private static String wordBefore(String text, int character, String otherwise) {
        int start = character;
        while (start > 0 && NAME.matcher(text.substring(start - 1, character)).matches()) {
            start--;
        }
        return start == character ? otherwise : text.substring(start, character);
    }

    private static String wordAt(String text, int character, String otherwise) {
        Matcher word = NAME.matcher(text);
        return word.find(Math.min(character, text.length())) && word.start() == character ? word.group() : otherwise;
    }

    private static String types(String signature) {
        return signature
                .replaceAll("wrapper\\((\\w+)\\)", "$1")
                .replace("google.protobuf.Timestamp", "date")
                .replace("double", "number")
                .replace("string", "text")
                .replace("bool", "boolean");
    }
}
