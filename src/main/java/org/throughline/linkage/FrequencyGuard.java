package org.throughline.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Finds placeholders from the records themselves: a number carried by more unrelated people than a limit stands for nobody.
 * People are unrelated where neither spelling nor short form makes their first names one.
 */
final class FrequencyGuard {
    private static final int MOST_PEOPLE = 3;

    private FrequencyGuard() {}

    static List<Identity> apply(List<Identity> identities) {
        var guarded = without(identities, identity -> identity.ssn().full(), Identity::withoutSsn);
        guarded = without(guarded, Identity::phone, Identity::withoutPhone);
        return without(guarded, Identity::otherId, Identity::withoutOtherId);
    }

    private static List<Identity> without(
            List<Identity> identities, Function<Identity, String> value, UnaryOperator<Identity> drop) {
        var frequent = frequent(identities, value);
        return identities.stream()
                .map(identity -> frequent.contains(value.apply(identity)) ? drop.apply(identity) : identity)
                .toList();
    }

    private static Set<String> frequent(List<Identity> identities, Function<Identity, String> value) {
        Map<String, Set<String>> names = new HashMap<>();
        for (var identity : identities) {
            var carried = value.apply(identity);
            if (!carried.isEmpty() && !identity.name().first().isEmpty()) {
                names.computeIfAbsent(carried, any -> new HashSet<>())
                        .add(identity.name().first());
            }
        }
        var frequent = new HashSet<String>();
        names.forEach((carried, first) -> {
            if (first.size() > MOST_PEOPLE && people(first) > MOST_PEOPLE) {
                frequent.add(carried);
            }
        });
        return frequent;
    }

    /** Different people among these first names, counted in alphabetical order so that input order does not matter. */
    private static int people(Set<String> firstNames) {
        var people = new ArrayList<PersonName>();
        firstNames.stream()
                .sorted()
                .limit(MOST_PEOPLE * 20L)
                .map(PersonName::firstOnly)
                .forEach(name -> {
                    if (people.stream().noneMatch(known -> isSame(known, name))) {
                        people.add(name);
                    }
                });
        return people.size();
    }

    private static boolean isSame(PersonName a, PersonName b) {
        var agreement = NameAgreement.ofFirstNames(a, b);
        return agreement == Agreement.AGREES || agreement == Agreement.CLOSE;
    }
}
