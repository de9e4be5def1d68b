package org.throughline.mapping.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.values.NullValue;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An expression that the CEL library answers. Its program is made when it is first asked: making the library ready takes a while. */
final class CelProgram implements Expression {

    private final CelAbstractSyntaxTree tree;
    private final Set<String> variables;
    private final ExpressionType type;
    private volatile CelRuntime.Program program;

    CelProgram(CelAbstractSyntaxTree tree, Set<String> variables, ExpressionType type) {
        this.tree = tree;
        this.variables = variables;
        this.type = type;
    }

    /** What runs all programs. */
    private static final class Shared {
        private static final CelRuntime RUNTIME = runtime();
    }

    @Override
    public Set<String> variables() {
        return variables;
    }

    @Override
    public ExpressionType type() {
        return type;
    }

    @Override
    public boolean plain() {
        return false;
    }

    @Override
    public Answer answer(Values values) {
        CelVariableResolver resolver =
                name -> variables.contains(name) ? Optional.of(toCel(values.value(name))) : Optional.empty();
        try {
            return Answer.of(fromCel(program().eval(resolver)));
        } catch (CelEvaluationException noAnswer) {
            return Answer.NONE;
        }
    }

    private CelRuntime.Program program() throws CelEvaluationException {
        CelRuntime.Program made = program;
        if (made == null) {
            made = Shared.RUNTIME.createProgram(tree);
            program = made;
        }
        return made;
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
        CelRuntimeBuilder builder = CelRuntimeFactory.plannerRuntimeBuilder().setOptions(Cel.OPTIONS);
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
            return list.stream().map(CelProgram::fromCel).toList();
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
}
