package org.throughline.mapping.cel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.throughline.mapping.value.ValueType;

/** The names that expressions of one file can use, with their types. */
public final class ExpressionScope {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<String> RESERVED = Set.of(
            "in",
            "true",
            "false",
            "null",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while");

    private final Map<String, ValueType> names;
    private final Cel cel;

    /** The scope of these names; dotted names are facts. */
    public ExpressionScope(Map<String, ValueType> names) {
        this(names, Map.of());
    }

    /**
     * The scope of these names.
     *
     * @param places the places of those whose values are kept by place
     */
    public ExpressionScope(Map<String, ValueType> names, Map<String, Integer> places) {
        this.names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
        this.cel = new Cel(this.names, places);
    }

    /** The names with their types. */
    public Map<String, ValueType> names() {
        return names;
    }

    /** Compiles the text of an expression. */
    public CompiledExpression compile(String text) {
        return cel.compile(text);
    }

    /** True where a name can stand in an expression. */
    public static boolean canName(String name) {
        return NAME.matcher(name).matches() && !RESERVED.contains(name);
    }
}
