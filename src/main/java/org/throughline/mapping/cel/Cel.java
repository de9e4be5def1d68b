package org.throughline.mapping.cel;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
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
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.throughline.mapping.value.ValueType;

/** The CEL library behind {@link Expression}. Days and times travel as instants at UTC; every variable can be null. */
final class Cel {

    static final CelOptions OPTIONS =
            CelOptions.current().enableHeterogeneousNumericComparisons(true).build();

    static final String CHOICE = "_?_:_";

    /** What mappings may use of CEL itself. The library goes through all of it for every expression. */
    private static final Set<StandardFunction> LANGUAGE = EnumSet.of(
            StandardFunction.CONDITIONAL,
            StandardFunction.LOGICAL_NOT,
            StandardFunction.LOGICAL_OR,
            StandardFunction.LOGICAL_AND,
            StandardFunction.EQUALS,
            StandardFunction.NOT_EQUALS,
            StandardFunction.LESS,
            StandardFunction.LESS_EQUALS,
            StandardFunction.GREATER,
            StandardFunction.GREATER_EQUALS,
            StandardFunction.ADD,
            StandardFunction.SUBTRACT,
            StandardFunction.MULTIPLY,
            StandardFunction.DIVIDE,
            StandardFunction.MODULO,
            StandardFunction.NEGATE,
            StandardFunction.IN,
            StandardFunction.INDEX,
            StandardFunction.SIZE,
            StandardFunction.STRING,
            StandardFunction.CONTAINS,
            StandardFunction.ENDS_WITH,
            StandardFunction.STARTS_WITH,
            StandardFunction.MATCHES);

    private static final Pattern OTHER_TYPES = Pattern.compile("uint|bytes|duration");

    private static final int KEPT = 2_000;
    private static final Pattern DOTTED = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*");
    private static final Map<Known, CelAbstractSyntaxTree> CHECKED = new ConcurrentHashMap<>();

    private final Map<String, ValueType> names;
    private final Map<String, Integer> places;
    private CelCompiler compiler;

    /**
     * The names that can be used.
     *
     * @param places their places, where they have one
     */
    Cel(Map<String, ValueType> names, Map<String, Integer> places) {
        this.names = names;
        this.places = names.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), name -> places.getOrDefault(name, -1)));
    }

    /**
     * What the checked tree of an expression depends on. Versions and members of a standard share most of their expressions, and
     * checking one takes longer than all the rest of its field.
     *
     * @param used the types of the names that stand in the text
     */
    private record Known(String text, Map<String, ValueType> used) {}

    private Known known(String text) {
        Map<String, ValueType> used = new HashMap<>();
        Matcher token = DOTTED.matcher(text);
        while (token.find()) {
            String name = token.group();
            for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
                String prefix = name.substring(0, end);
                if (names.containsKey(prefix)) {
                    used.put(prefix, names.get(prefix));
                }
            }
        }
        return new Known(text, used);
    }

    private CelCompiler own() {
        if (compiler == null) {
            CelCompilerBuilder builder = Shared.COMPILER.toCompilerBuilder();
            names.forEach((name, type) -> builder.addVar(name, type(ExpressionType.of(type))));
            compiler = builder.build();
        }
        return compiler;
    }

    /** What every scope shares, made once and only when an expression is compiled. */
    private static final class Shared {
        private static final CelCompiler COMPILER = compiler();
    }

    CompiledExpression compile(String text) {
        Optional<Expression> bare = new BareText(names, places).expression(text);
        if (bare.isPresent()) {
            return new CompiledExpression(bare, List.of());
        }
        Known known = known(text);
        CelAbstractSyntaxTree before = CHECKED.get(known);
        if (before != null) {
            return compiled(before);
        }
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
            if (CHECKED.size() < KEPT) {
                CHECKED.put(known, tree);
            }
            return compiled(tree);
        } catch (dev.cel.common.CelValidationException impossible) {
            throw new IllegalStateException("A result without errors has a tree.", impossible);
        }
    }

    private CompiledExpression compiled(CelAbstractSyntaxTree tree) {
        Optional<Plain> plain = new Shortcut(tree, places).plain(tree.getExpr());
        Expression expression = plain.isPresent()
                ? new PlainExpression(plain.get(), variables(tree), type(tree))
                : new CelProgram(tree, variables(tree), type(tree));
        return new CompiledExpression(Optional.of(expression), List.of());
    }

    private CelValidationResult checked(String text) {
        CelValidationResult parsed = own().parse(text);
        if (parsed.hasError()) {
            return parsed;
        }
        try {
            CelAbstractSyntaxTree tree = parsed.getAst();
            CelExpr expression = new Comforts(tree.getExpr()).rewritten();
            return own().check(CelAbstractSyntaxTree.newParsedAst(expression, tree.getSource()));
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
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder()
                        .filterFunctions((function, overload) -> LANGUAGE.contains(function)
                                && !OTHER_TYPES
                                        .matcher(overload.celOverloadDecl().overloadId())
                                        .find())
                        .build());
        overloads.forEach(
                (name, decls) -> builder.addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(name, decls)));
        return builder.build();
    }
}
