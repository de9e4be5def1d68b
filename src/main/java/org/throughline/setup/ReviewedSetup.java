package org.throughline.setup;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that the reviewed files say, or that the database holds: partners, agreements and policy rules. */
public record ReviewedSetup(List<Partner> partners, List<Agreement> agreements, List<PolicyRule> policies) {

    public ReviewedSetup {
        partners = List.copyOf(partners);
        agreements = List.copyOf(agreements);
        policies = List.copyOf(policies);
    }

    /** Of this, what others state too, by name. */
    ReviewedSetup named(ReviewedSetup others) {
        return new ReviewedSetup(
                both(partners, others.partners, Partner::sender),
                both(agreements, others.agreements, Agreement::agreement),
                both(policies, others.policies, PolicyRule::policy));
    }

    /** The agreements both of whose parties are here or there, and the rules under them; all partners. */
    ReviewedSetup ready(ReviewedSetup there) {
        Set<String> known = Stream.concat(partners.stream(), there.partners.stream())
                .map(Partner::sender)
                .collect(Collectors.toSet());
        List<Agreement> ready = agreements.stream()
                .filter(agreement -> known.contains(agreement.discloser()) && known.contains(agreement.recipient()))
                .toList();
        Set<String> numbers = ready.stream().map(Agreement::agreement).collect(Collectors.toSet());
        return new ReviewedSetup(
                partners,
                ready,
                policies.stream()
                        .filter(rule -> numbers.contains(rule.agreement()))
                        .toList());
    }

    private static <T> List<T> both(List<T> some, List<T> others, Function<T, String> name) {
        Set<String> names = others.stream().map(name).collect(Collectors.toSet());
        return some.stream().filter(one -> names.contains(name.apply(one))).toList();
    }
}
