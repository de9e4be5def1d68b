package org.throughline.mapping.cel;

import java.util.List;
import java.util.Optional;

/** An expression, or what is wrong with its text. */
public record CompiledExpression(Optional<Expression> expression, List<ExpressionFault> faults) {

    public CompiledExpression {
        faults = List.copyOf(faults);
    }
}
