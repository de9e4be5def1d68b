package org.throughline.mapping.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelVariableResolver;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.throughline.mapping.value.ValueType;

/** The CEL library behind {@link Expression}. Days and times travel as instants at UTC; every variable can be null. */
final class Cel {

    private static final CelOptions OPTIONS =
            CelOptions.current().enableHeterogeneousNumericComparisons(true).build();

    static final String CHOICE = "_?_:_";

    private final Map<String, ValueType> names;
    private final Map<String, Integer> places;
    private final CelCompiler compiler;

    /**
     * The names that can be used.
     *
     * @param places their places, where they have one
     */
    Cel(Map<String, ValueType> names, Map<String, Integer> places) {
        this.names = names;
        this.places = names.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), name -> places.getOrDefault(name, -1)));
        CelCompilerBuilder builder = Shared.COMPILER.toCompilerBuilder();
        names.forEach((name, type) -> builder.addVar(name, type(ExpressionType.of(type))));
        this.compiler = builder.build();
    }

    /** What every scope shares, made once and only when an expression is compiled. */
    private static final class Shared {
        private static final CelCompiler COMPILER = compiler();
        private static final CelRuntime RUNTIME = runtime();
    }

    CompiledExpression compile(String text) {
        CelValidationResult result = checked(text);
        if (result.hasError()) {
            List<ExpressionFault> faults = result.getErrors().stream()
                    .map(issue -> fault(text, issue))
                    .flatMap(Optional::stream)
                    .toList();
            return new CompiledExpression(Optional.empty(), faults);
        }
        try {
            CelAbstractSyntaxTree tree = result.getAst();
            Optional<Plain> plain = new Shortcut(tree, places).plain(tree.getExpr());
            Expression expression = plain.isPresent()
                    ? new PlainExpression(plain.get(), variables(tree), type(tree))
                    : new Compiled(Shared.RUNTIME.createProgram(tree), variables(tree), type(tree));
            return new CompiledExpression(Optional.of(expression), List.of());
        } catch (dev.cel.common.CelValidationException | CelEvaluationException e) {
            return new CompiledExpression(
                    Optional.empty(), List.of(new ExpressionFault(0, "The expression cannot be prepared to run.")));
        }
    }

    private CelValidationResult checked(String text) {
        CelValidationResult parsed = compiler.parse(text);
        if (parsed.hasError()) {
            return parsed;
        }
        try {
            CelAbstractSyntaxTree tree = parsed.getAst();
            CelExpr expression = new Comforts(tree.getExpr()).rewritten();
            return compiler.check(CelAbstractSyntaxTree.newParsedAst(expression, tree.getSource()));
        } catch (dev.cel.common.CelValidationException impossible) {
            throw new IllegalStateException("A result without errors has a tree.", impossible);
        }
    }

    /**
     * Two comforts of the mapping language. One branch of a choice may be null, which CEL's types do not allow: the other branch is
     * wrapped in a function whose answer may be null, and comes first, because it tells the type. And functions of lists take their items without brackets.
     */
    private static final class Comforts {
        private final CelExpr root;
        private long lastId;

        Comforts(CelExpr root) {
            this.root = root;
            this.lastId = Long.MAX_VALUE / 2;
        }

        CelExpr rewritten() {
            return rewritten(root);
        }

        private CelExpr rewritten(CelExpr expression) {
            if (expression.exprKind().getKind() != CelExpr.ExprKind.Kind.CALL) {
                return expression;
            }
            CelExpr.CelCall call = expression.call();
            List<CelExpr> arguments = arguments(call);
            CelExpr.CelCall.Builder copy =
                    CelExpr.CelCall.newBuilder().setFunction(call.function()).addArgs(arguments);
            call.target().map(this::rewritten).ifPresent(copy::setTarget);
            return CelExpr.newBuilder()
                    .setId(expression.id())
                    .setCall(copy.build())
                    .build();
        }

        private List<CelExpr> arguments(CelExpr.CelCall call) {
            List<CelExpr> arguments = call.args().stream().map(this::rewritten).toList();
            if (call.function().equals(CHOICE) && isNull(arguments.get(1)) != isNull(arguments.get(2))) {
                return isNull(arguments.get(1))
                        ? List.of(call("!_", arguments.get(0)), nullable(arguments.get(2)), arguments.get(1))
                        : List.of(arguments.get(0), nullable(arguments.get(1)), arguments.get(2));
            }
            boolean bracketed =
                    arguments.size() == 1 && arguments.get(0).exprKind().getKind() == CelExpr.ExprKind.Kind.LIST;
            return Library.OF_LISTS.contains(call.function()) && !bracketed && !arguments.isEmpty()
                    ? List.of(list(arguments))
                    : arguments;
        }

        private static boolean isNull(CelExpr expression) {
            return expression.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                    && expression.constant().getKind() == CelConstant.Kind.NULL_VALUE;
        }

        private CelExpr nullable(CelExpr branch) {
            return call(Library.NULLABLE, branch);
        }

        private CelExpr call(String function, CelExpr argument) {
            CelExpr.CelCall call = CelExpr.CelCall.newBuilder()
                    .setFunction(function)
                    .addArgs(argument)
                    .build();
            return CelExpr.newBuilder().setId(nextId()).setCall(call).build();
        }

        private CelExpr list(List<CelExpr> items) {
            CelExpr.CelList list =
                    CelExpr.CelList.newBuilder().addElements(items).build();
            return CelExpr.newBuilder().setId(nextId()).setList(list).build();
        }

        private long nextId() {
            lastId++;
            return lastId;
        }
    }

    private Optional<ExpressionFault> fault(String text, CelIssue issue) {
        int character = issue.getSourceLocation().getColumn();
        String[] lines = text.split("\n", -1);
        for (int line = 1; line < issue.getSourceLocation().getLine() && line <= lines.length; line++) {
            character += lines[line - 1].length() + 1;
        }
        int place = character;
        return new CelMessage(names.keySet())
                .told(issue.getMessage(), text, character)
                .map(message -> new ExpressionFault(place, message));
    }

    private Set<String> variables(CelAbstractSyntaxTree tree) {
        Set<String> used = new TreeSet<>();
        tree.getReferenceMap().values().stream()
                .map(CelReference::name)
                .filter(names::containsKey)
                .forEach(used::add);
        return Collections.unmodifiableSet(used);
    }

    private static ExpressionType type(CelAbstractSyntaxTree tree) {
        return type(tree.getResultType());
    }

    static ExpressionType type(CelType type) {
        return switch (type.kind()) {
            case STRING -> ExpressionType.TEXT;
            case INT, UINT -> ExpressionType.INTEGER;
            case DOUBLE -> ExpressionType.NUMBER;
            case TIMESTAMP -> ExpressionType.TIME;
            case BOOL -> ExpressionType.BOOLEAN;
            case NULL_TYPE -> ExpressionType.NOTHING;
            default -> ExpressionType.OTHER;
        };
    }

    private static CelType type(ExpressionType type) {
        return switch (type) {
            case TEXT -> NullableType.create(SimpleType.STRING);
            case INTEGER -> NullableType.create(SimpleType.INT);
            case NUMBER -> NullableType.create(SimpleType.DOUBLE);
            case TIME -> SimpleType.TIMESTAMP;
            case BOOLEAN -> NullableType.create(SimpleType.BOOL);
            case TEXTS -> ListType.create(NullableType.create(SimpleType.STRING));
            case NUMBERS -> ListType.create(NullableType.create(SimpleType.DOUBLE));
            case NOTHING, OTHER -> SimpleType.DYN;
        };
    }

    private static CelCompiler compiler() {
        Map<String, List<CelOverloadDecl>> overloads = new LinkedHashMap<>();
        for (LibraryFunction function : Library.functions()) {
            List<CelType> arguments =
                    function.arguments().stream().map(Cel::type).toList();
            overloads
                    .computeIfAbsent(function.name(), name -> new ArrayList<>())
                    .add(CelOverloadDecl.newGlobalOverload(function.overload(), type(function.result()), arguments));
        }
        CelCompilerBuilder builder =
                CelCompilerFactory.standardCelCompilerBuilder().setOptions(OPTIONS);
        overloads.forEach(
                (name, decls) -> builder.addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(name, decls)));
        return builder.build();
    }

    private static CelRuntime runtime() {
        Map<String, List<CelFunctionBinding>> bindings = new LinkedHashMap<>();
        for (LibraryFunction function : Library.functions()) {
            List<Class<?>> arguments = function.arguments().stream()
                    .<Class<?>>map(type -> Object.class)
                    .collect(Collectors.toList());
            bindings.computeIfAbsent(function.name(), name -> new ArrayList<>())
                    .add(CelFunctionBinding.from(
                            function.overload(), arguments, values -> toCel(function.apply(fromCel(values)))));
        }
        CelRuntimeBuilder builder = CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS);
        bindings.forEach((name, all) -> builder.addFunctionBindings(CelFunctionBinding.fromOverloads(name, all)));
        return builder.build();
    }

    private static Object[] fromCel(Object[] values) {
        Object[] plain = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            plain[i] = fromCel(values[i]);
        }
        return plain;
    }

    private static Object fromCel(Object value) {
        if (value instanceof NullValue) {
            return null;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Cel::fromCel).toList();
        }
        return value instanceof Instant instant ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC) : value;
    }

    private static Object toCel(Object value) {
        if (value == null) {
            return NullValue.NULL_VALUE;
        }
        if (value instanceof LocalDate day) {
            return day.atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        if (value instanceof LocalDateTime time) {
            return time.toInstant(ZoneOffset.UTC);
        }
        return value instanceof BigDecimal number ? (Object) number.doubleValue() : value;
    }

    /** A program ready to run. */
    private record Compiled(CelRuntime.Program program, Set<String> variables, ExpressionType type)
            implements Expression {

        @Override
        public boolean plain() {
            return false;
        }

        @Override
        public Answer answer(Values values) {
            CelVariableResolver resolver =
                    name -> variables.contains(name) ? Optional.of(toCel(values.value(name))) : Optional.empty();
            try {
                return Answer.of(fromCel(program.eval(resolver)));
            } catch (CelEvaluationException noAnswer) {
                return Answer.NONE;
            }
        }
    }
}
