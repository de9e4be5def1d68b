package org.throughline.release;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.throughline.release.Decision.Permit;
import org.throughline.release.Decision.Withhold;

/**
 * Decides whether a discloser's data about a client may go to a recipient. Pure and deny by default: it permits only
 * where an agreement, a policy rule and, where one is asked for, a consent are all in force at the instant of
 * sending.
 */
public final class ReleasePolicy {
    /** Age at which a client consents for themselves where state law says nothing else. */
    public static final int AGE_OF_OWN_CONSENT = 18;

    private static final Comparator<Permit> MOST_DETAIL_FIRST = Comparator.comparing(Permit::eventDetail)
            .reversed()
            .thenComparing(permit -> permit.agreement().id())
            .thenComparing(permit -> permit.rule().id());

    private final List<Agreement> agreements;
    private final List<PolicyRule> rules;
    private final ConsentCheck consents;

    /** A policy of these agreements and rules, whether in force or not. */
    public ReleasePolicy(List<Agreement> agreements, List<PolicyRule> rules, int ageOfOwnConsent) {
        this.agreements = List.copyOf(agreements);
        this.rules = List.copyOf(rules);
        this.consents = new ConsentCheck(ageOfOwnConsent);
    }

    /** The senders that any agreement names as discloser, in order, whether it is in force or not. */
    public List<String> disclosers() {
        return agreements.stream().map(Agreement::discloser).distinct().sorted().toList();
    }

    /** The formats that the agreements in force on that day ask for; those of all agreements where none is in force. */
    Set<OutcomeFormat> outcomeFormats(LocalDate day) {
        Set<OutcomeFormat> inForce = agreements.stream()
                .filter(agreement -> agreement.holdsOn(day))
                .map(Agreement::outcomeFormat)
                .collect(Collectors.toCollection(TreeSet::new));
        return inForce.isEmpty()
                ? agreements.stream().map(Agreement::outcomeFormat).collect(Collectors.toCollection(TreeSet::new))
                : inForce;
    }

    /** Answers the question; where several grounds hold, the one that grants most detail is relied on. */
    public Decision decide(Question question, ClientFacts client) {
        Optional<DataClass> dataClass = DataClass.of(question.dataClass());
        if (dataClass.isEmpty()) {
            return new Withhold(Withheld.UNKNOWN_CLASS);
        }
        List<Agreement> holding = agreements.stream()
                .filter(agreement -> holds(agreement, question))
                .toList();
        if (holding.isEmpty()) {
            return new Withhold(Withheld.NO_AGREEMENT);
        }
        List<Decision> decisions = holding.stream()
                .flatMap(agreement -> rules.stream()
                        .filter(rule -> rule.agreement().equals(agreement.id()))
                        .filter(rule -> rule.holdsOn(question.day()) && rule.covers(question))
                        .map(rule -> decide(question, client, agreement, rule)))
                .toList();
        return best(decisions);
    }

    private static boolean holds(Agreement agreement, Question question) {
        return agreement.discloser().equals(question.discloser())
                && agreement.recipient().equals(question.recipient())
                && agreement.purpose().equals(question.purpose())
                && agreement.holdsOn(question.day());
    }

    private Decision decide(Question question, ClientFacts client, Agreement agreement, PolicyRule rule) {
        DataClass dataClass = DataClass.of(question.dataClass()).orElseThrow();
        if (dataClass.needsNotice()
                && rule.notice().filter(text -> !text.isBlank()).isEmpty()) {
            return new Withhold(Withheld.NO_NOTICE);
        }
        if (!rule.consentRequired() && !dataClass.needsConsent()) {
            return new Permit(agreement, rule, List.of());
        }
        return consents.missing(question, client)
                .<Decision>map(Withhold::new)
                .orElseGet(() -> new Permit(agreement, rule, consents.relied(question, client)));
    }

    private static Decision best(List<Decision> decisions) {
        Optional<Decision> permit = decisions.stream()
                .filter(Permit.class::isInstance)
                .map(Permit.class::cast)
                .min(MOST_DETAIL_FIRST)
                .map(Decision.class::cast);
        return permit.or(() -> decisions.stream().findFirst()).orElse(new Withhold(Withheld.NO_RULE));
    }
}
