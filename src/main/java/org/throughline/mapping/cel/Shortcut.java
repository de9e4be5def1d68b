package org.throughline.mapping.cel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns checked trees of the common shapes into plain code; every other tree is left to the CEL library. */
record Shortcut(CelAbstractSyntaxTree tree, Map<String, Integer> places) {

    private static final Map<String, LibraryFunction> FUNCTIONS =
            Library.functions().stream().collect(Collectors.toMap(LibraryFunction::overload, Function.identity()));

    Optional<Plain> plain(CelExpr expression) {
        return switch (expression.exprKind().getKind()) {
            case CONSTANT -> constant(expression.constant());
            case IDENT, SELECT ->
                tree.getReference(expression.id())
                        .map(CelReference::name)
                        .filter(places::containsKey)
                        .map(name -> Plain.variable(name, places.get(name)));
            case LIST -> all(expression.list().elements()).map(PlainCalls::list);
            case CALL -> call(expression);
            default -> Optional.empty();
        };
    }

    private static Optional<Plain> constant(CelConstant constant) {
        return switch (constant.getKind()) {
            case NULL_VALUE -> Optional.of(Plain.constant(null));
            case STRING_VALUE -> Optional.of(Plain.constant(constant.stringValue()));
            case INT64_VALUE -> Optional.of(Plain.constant(constant.int64Value()));
            case DOUBLE_VALUE -> Optional.of(Plain.constant(constant.doubleValue()));
            case BOOLEAN_VALUE -> Optional.of(Plain.constant(constant.booleanValue()));
            default -> Optional.empty();
        };
    }

    /** All of these, or nothing where one has no shortcut. */
    private Optional<List<Plain>> all(List<CelExpr> expressions) {
        List<Plain> parts = new ArrayList<>();
        for (CelExpr expression : expressions) {
            Optional<Plain> part = plain(expression);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(parts);
    }

    private Optional<Plain> call(CelExpr expression) {
        CelExpr.CelCall call = expression.call();
        if (call.target().isPresent()) {
            return plain(call.target().get()).flatMap(text -> ofText(text, call));
        }
        return switch (call.function()) {
            case "@in" -> plain(call.args().get(0)).flatMap(part -> in(part, call.args()));
            case "!_", "_||_", "_&&_", Cel.CHOICE, Library.NULLABLE ->
                all(call.args()).map(parts -> logic(call.function(), parts));
            default ->
                all(call.args())
                        .flatMap(parts -> function(expression).isPresent()
                                ? function(expression).map(known -> PlainCalls.function(known, parts))
                                : operator(call, parts));
        };
    }

    private static Plain logic(String function, List<Plain> parts) {
        return switch (function) {
            case "!_" -> Plain.not(parts.get(0));
            case "_||_" -> Plain.either(parts.get(0), parts.get(1), true);
            case "_&&_" -> Plain.either(parts.get(0), parts.get(1), false);
            case Cel.CHOICE -> Plain.choice(parts.get(0), parts.get(1), parts.get(2));
            default -> parts.get(0);
        };
    }

    private Optional<LibraryFunction> function(CelExpr expression) {
        List<String> overloads = tree.getReference(expression.id())
                .map(CelReference::overloadIds)
                .map(List::<String>copyOf)
                .orElse(List.of());
        return overloads.size() == 1 ? Optional.ofNullable(FUNCTIONS.get(overloads.get(0))) : Optional.empty();
    }

    private Optional<Plain> operator(CelExpr.CelCall call, List<Plain> parts) {
        Set<ExpressionType> types = types(call.args());
        if (parts.size() != 2 || types.size() > 1 || types.contains(ExpressionType.OTHER)) {
            return Optional.empty();
        }
        Plain left = parts.get(0);
        Plain right = parts.get(1);
        return switch (call.function()) {
            case "_==_" -> Optional.of(Plain.equal(left, right, true));
            case "_!=_" -> Optional.of(Plain.equal(left, right, false));
            case "_<_" -> Optional.of(Plain.smaller(left, right, true));
            case "_>_" -> Optional.of(Plain.smaller(right, left, true));
            case "_<=_" -> Optional.of(Plain.smaller(right, left, false));
            case "_>=_" -> Optional.of(Plain.smaller(left, right, false));
            case "_+_" -> sum(types, left, right);
            case "_-_" -> whole(types).map(any -> PlainCalls.whole(left, right, Math::subtractExact));
            case "_*_" -> whole(types).map(any -> PlainCalls.whole(left, right, Math::multiplyExact));
            default -> Optional.empty();
        };
    }

    private static Optional<Plain> sum(Set<ExpressionType> types, Plain left, Plain right) {
        return types.equals(Set.of(ExpressionType.TEXT))
                ? Optional.of(PlainCalls.joined(left, right))
                : whole(types).map(any -> PlainCalls.whole(left, right, Math::addExact));
    }

    private static Optional<Set<ExpressionType>> whole(Set<ExpressionType> types) {
        return Optional.of(types).filter(Set.of(ExpressionType.INTEGER)::equals);
    }

    /** The types of these, without the one of null. */
    private Set<ExpressionType> types(List<CelExpr> expressions) {
        Set<ExpressionType> types = new HashSet<>();
        for (CelExpr expression : expressions) {
            types.add(tree.getType(expression.id()).map(Cel::type).orElse(ExpressionType.OTHER));
        }
        types.remove(ExpressionType.NOTHING);
        return types;
    }

    /** Whether a text is one of several constants. */
    private Optional<Plain> in(Plain part, List<CelExpr> arguments) {
        CelExpr list = arguments.get(1);
        boolean constants = list.exprKind().getKind() == CelExpr.ExprKind.Kind.LIST
                && types(List.of(arguments.get(0))).equals(Set.of(ExpressionType.TEXT))
                && list.list().elements().stream().allMatch(Shortcut::isText);
        return constants
                ? Optional.of(PlainCalls.in(
                        part,
                        list.list().elements().stream()
                                .map(item -> item.constant().stringValue())
                                .collect(Collectors.toSet())))
                : Optional.empty();
    }

    private static boolean isText(CelExpr expression) {
        return expression.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    }

    /** A question about a text with a constant beside it. */
    private static Optional<Plain> ofText(Plain text, CelExpr.CelCall call) {
        if (call.args().size() != 1 || !isText(call.args().get(0))) {
            return Optional.empty();
        }
        String constant = call.args().get(0).constant().stringValue();
        return switch (call.function()) {
            case "contains" -> asked(text, constant, String::contains);
            case "startsWith" -> asked(text, constant, String::startsWith);
            case "endsWith" -> asked(text, constant, String::endsWith);
            case "matches" -> matches(text, constant);
            default -> Optional.empty();
        };
    }

    private static Optional<Plain> asked(Plain text, String constant, BiPredicate<String, String> question) {
        return Optional.of(PlainCalls.ofText(text, value -> question.test(value, constant)));
    }

    /** The library finds a part of the text that is of the pattern; it makes the pattern anew for every record. */
    private static Optional<Plain> matches(Plain text, String regex) {
        try {
            Pattern pattern = Pattern.compile(regex);
            return Optional.of(
                    PlainCalls.ofText(text, value -> pattern.matcher(value).find()));
        } catch (PatternSyntaxException broken) {
            return Optional.empty();
        }
    }
}
