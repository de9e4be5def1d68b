package org.throughline.setup;

import java.util.List;

/** Everything that the reviewed files say, or that the database holds: partners, agreements and policy rules. */
public record ReviewedSetup(List<Partner> partners, List<Agreement> agreements, List<PolicyRule> policies) {

    public ReviewedSetup {
        partners = List.copyOf(partners);
        agreements = List.copyOf(agreements);
        policies = List.copyOf(policies);
    }
}
