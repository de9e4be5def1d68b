package org.throughline.setup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What applying the reviewed files does: the changes in words, and everything that has to be written.
 *
 * @param changes what differs from what holds now
 * @param writes the partners, agreements and rules that differ, as they will be
 * @param waiting the agreements that cannot hold yet, since one of their partners is not set up
 */
public record SetupPlan(List<SetupChange> changes, ReviewedSetup writes, List<Agreement> waiting) {

    public SetupPlan {
        changes = List.copyOf(changes);
        waiting = List.copyOf(waiting);
    }

    /** Like {@link #between} for the files of some partners: what they do not name stays as it is. */
    static SetupPlan ofSome(ReviewedSetup now, ReviewedSetup files, LocalDate today) {
        ReviewedSetup ready = files.ready(now);
        SetupPlan plan = between(now.named(ready), ready, today);
        List<Agreement> waiting = files.agreements().stream()
                .filter(agreement -> !ready.agreements().contains(agreement))
                .toList();
        return new SetupPlan(plan.changes, plan.writes, waiting);
    }

    /**
     * Holds the reviewed files against what holds now. Nothing is ever deleted: a feed that is no longer named is stopped, an
     * agreement without its file ends today, a rule without its file is withdrawn today.
     *
     * @param today the local day of the hub
     */
    public static SetupPlan between(ReviewedSetup now, ReviewedSetup files, LocalDate today) {
        Kind<Partner> partners = new Kind<>(SetupFacts::name, SetupFacts::of, SetupPlan::stopped, SetupPlan::keeping);
        Kind<Agreement> agreements =
                new Kind<>(SetupFacts::name, SetupFacts::of, gone -> ended(gone, today), (old, stated) -> stated);
        Kind<PolicyRule> rules =
                new Kind<>(SetupFacts::name, SetupFacts::of, gone -> withdrawn(gone, today), (old, stated) -> stated);
        List<SetupChange> changes = new ArrayList<>();
        ReviewedSetup writes = new ReviewedSetup(
                partners.differing(now.partners(), files.partners(), changes),
                agreements.differing(now.agreements(), files.agreements(), changes),
                rules.differing(now.policies(), files.policies(), changes));
        return new SetupPlan(changes, writes, List.of());
    }

    /** True where the files say what holds already. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** A partner without its file: its feeds stop; everything else stays as it is. */
    private static Partner stopped(Partner gone) {
        return with(
                gone,
                gone.programs(),
                gone.contracts(),
                gone.feeds().stream().map(SetupPlan::stopped).toList());
    }

    private static FeedEntry stopped(FeedEntry feed) {
        return new FeedEntry(feed.feed(), feed.mapping(), "stopped", feed.retest(), feed.due(), feed.completes());
    }

    /** The partner as stated, with what was known before and is no longer named. */
    private static Partner keeping(Partner now, Partner stated) {
        return with(
                stated,
                both(stated.programs(), now.programs(), Partner.PartnerProgram::key),
                both(stated.contracts(), now.contracts(), Contract::contract),
                both(
                        stated.feeds(),
                        now.feeds().stream().map(SetupPlan::stopped).toList(),
                        FeedEntry::feed));
    }

    private static <T> List<T> both(List<T> stated, List<T> before, Function<T, String> key) {
        Set<String> named = stated.stream().map(key).collect(Collectors.toSet());
        return Stream.concat(stated.stream(), before.stream().filter(one -> !named.contains(key.apply(one))))
                .toList();
    }

    private static Partner with(
            Partner partner, List<Partner.PartnerProgram> programs, List<Contract> contracts, List<FeedEntry> feeds) {
        return new Partner(
                partner.sender(),
                partner.title(),
                partner.kind(),
                partner.victimServiceProvider(),
                partner.zone(),
                partner.contacts(),
                partner.account(),
                programs,
                contracts,
                feeds,
                partner.channels(),
                partner.retention(),
                partner.sha256());
    }

    private static Agreement ended(Agreement gone, LocalDate today) {
        return new Agreement(
                gone.agreement(),
                gone.title(),
                gone.discloser(),
                gone.recipient(),
                gone.purpose(),
                gone.signedOn(),
                gone.effectiveFrom(),
                gone.effectiveTo(),
                earlier(gone.terminatedOn(), today),
                gone.outcomeFormat(),
                gone.legalBasis(),
                gone.sha256());
    }

    private static PolicyRule withdrawn(PolicyRule gone, LocalDate today) {
        return new PolicyRule(
                gone.policy(),
                gone.agreement(),
                gone.dataClass(),
                gone.measures(),
                gone.eventDetail(),
                gone.consentRequired(),
                gone.citation(),
                gone.effectiveFrom(),
                gone.effectiveTo(),
                earlier(gone.withdrawnOn(), today),
                gone.notice(),
                gone.sha256());
    }

    private static Optional<LocalDate> earlier(Optional<LocalDate> known, LocalDate today) {
        return known.filter(day -> day.isBefore(today)).or(() -> Optional.of(today));
    }

    /** How things of one kind are named, compared and kept. */
    private record Kind<T>(
            Function<T, String> name,
            Function<T, Map<String, String>> facts,
            UnaryOperator<T> gone,
            BinaryOperator<T> keeping) {

        /** The things that will differ from now, as they will be. */
        List<T> differing(List<T> now, List<T> stated, List<SetupChange> changes) {
            Map<String, T> before = byName(now);
            List<T> differing = new ArrayList<>();
            for (T one : wanted(before, stated)) {
                List<SetupChange> found = changes(one, Optional.ofNullable(before.get(name.apply(one))));
                if (!found.isEmpty()) {
                    differing.add(one);
                    changes.addAll(found);
                }
            }
            return differing;
        }

        private List<T> wanted(Map<String, T> before, List<T> stated) {
            Map<String, T> wanted = byName(stated);
            wanted.replaceAll((key, one) -> before.containsKey(key) ? keeping.apply(before.get(key), one) : one);
            before.forEach((key, old) -> wanted.computeIfAbsent(key, absent -> gone.apply(old)));
            return List.copyOf(wanted.values());
        }

        private Map<String, T> byName(List<T> list) {
            Map<String, T> map = new LinkedHashMap<>();
            list.forEach(one -> map.put(name.apply(one), one));
            return map;
        }

        private List<SetupChange> changes(T one, Optional<T> before) {
            Map<String, String> from = before.map(facts).orElse(Map.of());
            Map<String, String> to = facts.apply(one);
            Set<String> names = new LinkedHashSet<>(to.keySet());
            names.addAll(from.keySet());
            return names.stream()
                    .map(fact -> new SetupChange(
                            name.apply(one),
                            fact,
                            Optional.ofNullable(from.get(fact)),
                            Optional.ofNullable(to.get(fact))))
                    .filter(change -> !change.from().equals(change.to()))
                    .toList();
        }
    }
}
