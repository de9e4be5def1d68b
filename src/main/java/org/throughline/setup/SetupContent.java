package org.throughline.setup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.throughline.mapping.Diagnostic;

/** What each reviewed file says; empty where a file is no YAML. A file that does not tell whose it is belongs to everybody. */
record SetupContent(
        Map<SetupFile, Optional<Partner>> partners,
        Map<SetupFile, Optional<Agreement>> agreements,
        Map<SetupFile, Optional<PolicyRule>> rules,
        Set<SetupFile> calendars) {

    SetupReview review(SetupScope scope, Findings findings) {
        Set<String> covered = said(agreements, scope::covers).stream()
                .map(Agreement::agreement)
                .collect(Collectors.toSet());
        Predicate<PolicyRule> ruled =
                rule -> covered.contains(rule.agreement()) || rule.agreement().isEmpty();
        Set<String> names = new TreeSet<>();
        names.addAll(names(partners.keySet().stream()
                .filter(file -> scope.names(file.folder()))
                .toList()));
        names.addAll(names(meant(agreements, scope::covers)));
        names.addAll(names(scope.isAll() ? rules.keySet() : meant(rules, ruled)));
        names.addAll(names(calendars));
        List<Diagnostic> problems = new ArrayList<>(missing(scope));
        findings.all().stream()
                .filter(finding -> names.contains(finding.file()))
                .forEach(problems::add);
        boolean elsewhere = findings.all().stream().anyMatch(finding -> !names.contains(finding.file()));
        ReviewedSetup files = new ReviewedSetup(
                said(partners, partner -> scope.names(partner.sender())),
                said(agreements, scope::covers),
                said(rules, scope.isAll() ? rule -> true : ruled));
        return new SetupReview(files, problems, elsewhere);
    }

    private List<Diagnostic> missing(SetupScope scope) {
        List<String> known =
                partners.keySet().stream().map(SetupFile::folder).sorted().toList();
        return scope.partners().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .map(name -> new Diagnostic(
                        name + "/partner.yaml",
                        1,
                        1,
                        "There is no such file." + NearestName.question(known, name) + " mapping suggest --sender "
                                + name + " drafts one."))
                .toList();
    }

    private static <T> List<T> said(Map<SetupFile, Optional<T>> all, Predicate<T> meant) {
        return all.values().stream().flatMap(Optional::stream).filter(meant).toList();
    }

    private static <T> List<SetupFile> meant(Map<SetupFile, Optional<T>> all, Predicate<T> meant) {
        return all.entrySet().stream()
                .filter(entry -> entry.getValue().map(meant::test).orElse(true))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> names(Collection<SetupFile> files) {
        return files.stream().map(SetupFile::name).toList();
    }
}
