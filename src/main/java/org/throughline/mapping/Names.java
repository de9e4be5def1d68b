package org.throughline.mapping;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.mapping.cel.CompiledExpression;
import org.throughline.mapping.cel.Expression;
import org.throughline.mapping.cel.ExpressionScope;
import org.throughline.mapping.cel.ExpressionType;
import org.throughline.mapping.value.ValueType;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Nearest;
import org.throughline.mapping.yaml.Text;

/** The fields and facts that one file of a mapping can name, and which of them it did. */
final class Names {

    private final Map<String, SourceField> fields;
    private final Map<String, ValueType> all = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final Findings findings;
    private final ZoneId zone;
    private ExpressionScope scope;
    private ExpressionCount count = ExpressionCount.NONE;

    Names(SourceTable table, Map<String, ValueType> facts, ZoneId zone, Findings findings) {
        this.fields = table.byName();
        this.zone = zone;
        this.findings = findings;
        fields.forEach((name, field) -> all.put(name, field.type()));
        all.putAll(facts);
    }

    /** Names without a table: facts only. */
    static Names ofFacts(Map<String, ValueType> facts, Findings findings) {
        SourceTable none = SourceTable.of(List.of(), Map.of(), false);
        return new Names(none, facts, ZoneOffset.UTC, findings);
    }

    /** The names used so far. */
    Set<String> used() {
        return used;
    }

    /** The expressions so far. */
    ExpressionCount expressions() {
        return count;
    }

    /** The sender's zone. */
    ZoneId zone() {
        return zone;
    }

    Findings findings() {
        return findings;
    }

    /** Counts a name as used. */
    void use(String name) {
        used.add(name);
    }

    /** The field or fact of this name; a finding where there is none. */
    Optional<Named> named(Text text) {
        String name = text.text();
        if (!all.containsKey(name)) {
            findings.report(
                    text.mark(),
                    "`" + name + "` is neither a field of this file nor a fact." + Nearest.hint(name, all.keySet()));
            return Optional.empty();
        }
        use(name);
        return Optional.of(new Named(name, all.get(name), Optional.ofNullable(fields.get(name))));
    }

    /** The type of a fact; empty where there is no such fact. */
    Optional<ValueType> factType(String name) {
        return fields.containsKey(name) ? Optional.empty() : Optional.ofNullable(all.get(name));
    }

    /** The names of the facts. */
    Set<String> factNames() {
        Set<String> facts = new LinkedHashSet<>(all.keySet());
        facts.removeAll(fields.keySet());
        return facts;
    }

    /** The field of this name; empty where it is a fact or unknown. */
    Optional<SourceField> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /**
     * The compiled expression; findings where it is wrong.
     *
     * @param where what it belongs to, in the words of a message
     */
    Optional<Formula> formula(Text text, String where) {
        if (scope == null) {
            scope = new ExpressionScope(all, places());
        }
        CompiledExpression compiled = scope.compile(text.text());
        if (compiled.expression().isEmpty()) {
            all.keySet().stream().filter(name -> text.text().contains(name)).forEach(this::use);
        }
        compiled.faults().forEach(fault -> findings.report(text.at(fault.character()), fault.message()));
        return compiled.expression().map(expression -> {
            count = count.with(expression.plain());
            List<SourceField> using = new ArrayList<>();
            for (String name : expression.variables()) {
                use(name);
                field(name).ifPresent(using::add);
            }
            return new Formula(expression, using, where);
        });
    }

    private Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        fields.forEach((name, field) -> places.put(name, field.index()));
        return places;
    }

    /** A compiled yes-or-no question about the record; findings where it is none. */
    Optional<Formula> question(Text text, String where) {
        return formula(text, where).filter(formula -> {
            Expression expression = formula.expression();
            if (expression.type() != ExpressionType.BOOLEAN) {
                findings.report(
                        text.mark(),
                        "The answer of " + where + " is " + expression.type().word() + ", but must be true or false.");
            } else if (expression.variables().isEmpty()) {
                findings.report(
                        text.mark(),
                        "The answer of " + where
                                + " is the same for every record; use a field or a fact, or remove the expression.");
            }
            return expression.type() == ExpressionType.BOOLEAN
                    && !expression.variables().isEmpty();
        });
    }
}
