package org.throughline.setup;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code mappings/policy/*.yaml}. */
final class PolicyReader {
    private final Map<String, String> measures;
    private final Set<String> agreements;
    private final Findings findings;
    private final Set<String> seen = new HashSet<>();

    /** Rules about these measures (id to class of data) under these agreements. */
    PolicyReader(Map<String, String> measures, Set<String> agreements, Findings findings) {
        this.measures = measures;
        this.agreements = agreements;
        this.findings = findings;
    }

    Optional<PolicyRule> read(SetupFile file) {
        return SetupNode.read(file.name(), file.text(), findings).map(top -> rule(file, top));
    }

    private PolicyRule rule(SetupFile file, SetupNode top) {
        String id = top.required("policy");
        if (!seen.add(id)) {
            top.find("policy", "The policy rule " + id + " stands in another file too. Keep one of them.");
        }
        String agreement = top.required("agreement");
        top.mustBeAmong("agreement", agreements, agreement, "agreement");
        String dataClass = top.requiredWord("data_class", Words.DATA_CLASSES);
        LocalDate from = Words.day(top, "effective_from");
        Optional<LocalDate> to = Words.dayIfAny(top, "effective_to");
        Words.inOrder(top, from, "effective_to", to);
        top.required("consent_required");
        PolicyRule rule = new PolicyRule(
                id,
                agreement,
                dataClass,
                measures(top, dataClass),
                top.requiredWord("event_detail", List.of("month", "date")),
                Words.flag(top, "consent_required").orElse(true),
                top.required("citation"),
                from,
                to,
                Words.dayIfAny(top, "withdrawn_on"),
                top.text("notice"),
                file.sha256());
        top.finish();
        return rule;
    }

    private List<String> measures(SetupNode top, String dataClass) {
        List<String> named = top.texts("measures");
        if (named.isEmpty()) {
            top.find("measures", "The rule names no measure. Name the measures that it lets out.");
        }
        for (String measure : named) {
            top.mustBeAmong("measures", measures.keySet(), measure, "measure");
            String told = measures.getOrDefault(measure, dataClass);
            if (!told.equals(dataClass)) {
                top.findItem(
                        "measures",
                        measure,
                        "The measure " + measure + " tells about " + told + ", not about " + dataClass
                                + ". Give each class of data a rule of its own.");
            }
        }
        return named.stream().distinct().toList();
    }
}
