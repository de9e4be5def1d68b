package org.throughline.mapping.cel;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.throughline.mapping.yaml.Nearest;

/** Tells the CEL compiler's findings in the words of the mapping language. */
final class CelMessage {

    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern OVERLOAD =
            Pattern.compile("found no matching overload for '([^']*)' applied to '\\((.*?)\\)'.*", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9.]*");
    private static final Map<String, String> SIGNS = Map.of("_?_:_", "? :", "_[_]", "[ ]", "@in", "in");

    private static final Set<String> OF_CEL = Set.of(
            "startsWith",
            "endsWith",
            "contains",
            "matches",
            "size",
            "int",
            "double",
            "string",
            "getFullYear",
            "getMonth",
            "getDayOfMonth",
            "getDayOfWeek");
    private static final Set<String> FUNCTIONS = Stream.concat(
                    OF_CEL.stream(), Library.functions().stream().map(LibraryFunction::name))
            .collect(Collectors.toUnmodifiableSet());

    private final Collection<String> names;

    CelMessage(Collection<String> names) {
        this.names = names;
    }

    /** The finding in our words; empty for one that another finding tells better. */
    Optional<String> told(String message, String text, int character) {
        Matcher undeclared = UNDECLARED.matcher(message);
        if (undeclared.matches() && text.startsWith("(", character)) {
            String name = functionBefore(text, character);
            return Optional.of(
                    "`" + name + "` is not a function of the mapping language." + Nearest.hint(name, FUNCTIONS));
        }
        if (undeclared.matches()) {
            String name = wordAt(text, character, undeclared.group(1));
            return text.startsWith("(", character + name.length())
                    ? Optional.empty()
                    : Optional.of(
                            "`" + name + "` is neither a field of this file nor a fact." + Nearest.hint(name, names));
        }
        Matcher overload = OVERLOAD.matcher(message);
        if (overload.matches()) {
            String sign = SIGNS.getOrDefault(
                    overload.group(1), overload.group(1).replace("_", "").replace("@", ""));
            return Optional.of("`" + sign + "` cannot be applied to (" + types(overload.group(2)) + ").");
        }
        return Optional.of("This is not an expression: " + message.replaceAll(" expecting .*", "") + ".");
    }

    /** The name before an opening parenthesis: of a method without the field it is called on, else with its dots. */
    private String functionBefore(String text, int character) {
        int start = character;
        while (start > 0
                && (Character.isLetterOrDigit(text.charAt(start - 1)) || "_.".indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        String name = text.substring(start, character);
        boolean method = name.startsWith(".") || names.stream().anyMatch(known -> name.startsWith(known + "."));
        return method ? name.substring(name.lastIndexOf('.') + 1) : name;
    }

    private static String wordAt(String text, int character, String otherwise) {
        Matcher word = NAME.matcher(text);
        return word.find(Math.min(character, text.length())) && word.start() == character ? word.group() : otherwise;
    }

    private static String types(String signature) {
        return signature
                .replaceAll("wrapper\\((\\w+)\\)", "$1")
                .replace("google.protobuf.Timestamp", "date")
                .replaceAll("\\bint\\b", "integer")
                .replace("double", "number")
                .replace("string", "text")
                .replace("bool", "boolean");
    }
}
