package org.throughline.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which package may know which, and which library stays behind which door. The rules take their base package, so that
 * the same rules can be seen to fail on a planted tree.
 */
final class ArchitectureRules {
    /** The arrows: a package, and the packages it may know besides itself. Every other arrow is forbidden. */
    private static final Map<String, List<String>> ARROWS = arrows();

    /** The doors: a library's packages, and the packages that may know them. An empty name is the base package. */
    private static final Map<String, List<String>> DOORS = Map.ofEntries(
            Map.entry("org.apache.camel", List.of("route")),
            Map.entry("org.jooq", List.of("store")),
            Map.entry("java.sql", List.of("store", "route", "demo.peer")),
            Map.entry("org.postgresql", List.of("store")),
            Map.entry("org.flywaydb", List.of("store")),
            Map.entry("com.github.kagkarlsson", List.of("store")),
            Map.entry("javax.sql", List.of("store", "")),
            Map.entry("com.zaxxer", List.of("store", "")),
            Map.entry("io.zonky", List.of("store", "demo", "")),
            Map.entry("org.snakeyaml", List.of("mapping", "format", "cli", "release", "intake", "setup", "")),
            Map.entry(
                    "tools.jackson",
                    List.of("mapping", "route", "format", "cli", "release", "intake", "setup", "telemetry")),
            Map.entry("com.fasterxml.jackson", List.of("mapping", "format", "cli", "release", "intake", "setup")),
            Map.entry("com.networknt", List.of("mapping", "setup", "cli")),
            Map.entry("dev.cel", List.of("mapping")),
            Map.entry("de.siegmar", List.of("format", "intake", "release")),
            Map.entry("picocli", List.of("cli", "demo", "")),
            Map.entry("org.apache.sshd", List.of("demo", "drop")),
            Map.entry("org.springframework", List.of("web")),
            Map.entry("jakarta.servlet", List.of("web")),
            Map.entry("org.apache.tomcat", List.of("web")),
            Map.entry("jakarta.mail", List.of("route")),
            Map.entry("org.pgpainless", List.of("pgp")),
            Map.entry("org.bouncycastle", List.of("pgp", "demo.peer")),
            Map.entry("io.micrometer", List.of("telemetry")),
            Map.entry("io.opentelemetry", List.of("telemetry")),
            Map.entry("com.sun.net", List.of("telemetry", "demo.peer")),
            Map.entry("ca.uhn", List.of("format.hl7", "format.fhir", "route")));

    private final String base;

    ArchitectureRules(String base) {
        this.base = base;
    }

    /** Every rule under its name. */
    Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("every package is named here", everyPackageIsNamed());
        rules.put(
                "no cycles between packages",
                slices().assignedFrom(new PackageSlices(base))
                        .should()
                        .beFreeOfCycles()
                        .allowEmptyShould(true));
        ARROWS.forEach((name, known) -> rules.put("arrows of " + name, arrows(name, known)));
        new TreeMap<>(DOORS).forEach((library, doors) -> rules.put("door of " + library, door(library, doors)));
        rules.put("canonical depends on the JDK only", jdkOnly("canonical"));
        rules.put("problem depends on the JDK only", jdkOnly("problem"));
        rules.put(
                "formats do not know each other",
                slices().matching(base + ".format.(*)..")
                        .should()
                        .notDependOnEachOther()
                        .allowEmptyShould(true));
        rules.put("port implementations live in store or route", portImplementations());
        rules.put("only release writes outcome files", outcomeFiles());
        rules.putAll(new CodingRules(base).all());
        return rules;
    }

    private static Map<String, List<String>> arrows() {
        var arrows = new TreeMap<String, List<String>>();
        arrows.put("canonical", List.of());
        arrows.put("problem", List.of());
        arrows.put("audit", List.of());
        arrows.put("retention", List.of("problem"));
        arrows.put("node", List.of("problem"));
        arrows.put("format", List.of("problem"));
        arrows.put("linkage", List.of("audit", "problem", "canonical"));
        arrows.put("measure", List.of("problem", "canonical"));
        arrows.put("mapping", List.of("format", "problem", "canonical"));
        arrows.putAll(aboutMappings());
        arrows.put("release", List.of("format", "audit", "problem", "canonical"));
        arrows.put("intake", List.of("mapping", "drift", "linkage", "format", "audit", "problem", "canonical"));
        arrows.put("trial", List.of("mapping", "intake", "format", "problem", "canonical"));
        arrows.put("notice", List.of("intake", "problem"));
        arrows.put("find", List.of("intake", "audit", "problem", "canonical"));
        arrows.put("setup", List.of("mapping", "release", "notice", "intake", "audit", "problem", "canonical"));
        arrows.put("pgp", List.of("intake", "problem"));
        arrows.put("route", List.of("pgp", "notice", "intake", "measure", "release", "problem", "canonical"));
        arrows.put("telemetry", List.of("intake"));
        arrows.put("web", List.of("route", "intake", "problem"));
        arrows.put("drop", List.of("route", "intake", "problem"));
        arrows.put(
                "night",
                List.of("route", "notice", "intake", "linkage", "measure", "release", "audit", "problem", "canonical"));
        var useCases = List.of("setup", "intake", "measure", "release", "linkage", "mapping", "audit", "node");
        arrows.put("store", and(useCases, "retention", "find", "coverage", "drift", "notice", "problem", "canonical"));
        var aboutMappings = aboutMappings().keySet().toArray(String[]::new);
        arrows.put(
                "cli",
                and(and(useCases, aboutMappings), "retention", "find", "trial", "format", "problem", "canonical"));
        return arrows;
    }

    /** Packages that tell about mappings and what they read; commands know them, the store two of them, and intake drift. */
    private static Map<String, List<String>> aboutMappings() {
        return Map.of(
                "profile", List.of("mapping", "format", "problem"),
                "suggest", List.of("profile", "mapping", "format", "problem", "canonical"),
                "describe", List.of("mapping"),
                "coverage", List.of("mapping", "measure", "linkage", "release", "canonical"),
                "drift", List.of("profile", "mapping", "problem"));
    }

    private static List<String> and(List<String> some, String... others) {
        var all = new ArrayList<>(some);
        all.addAll(List.of(others));
        return all;
    }

    private ArchRule everyPackageIsNamed() {
        var named = new ArrayList<>(List.of(base, base + ".demo.."));
        ARROWS.keySet().forEach(name -> named.add(below(name)));
        return classes().should().resideInAnyPackage(named.toArray(String[]::new));
    }

    private ArchRule arrows(String name, List<String> known) {
        var allowed = new ArrayList<>(List.of(below(name)));
        known.forEach(other -> allowed.add(below(other)));
        return noClasses()
                .that()
                .resideInAPackage(below(name))
                .should()
                .dependOnClassesThat(
                        resideInAPackage(base + "..").and(not(resideInAnyPackage(allowed.toArray(String[]::new)))))
                .as("%s knows %s only".formatted(name, known))
                .allowEmptyShould(true);
    }

    private ArchRule door(String library, List<String> doors) {
        var allowed =
                doors.stream().map(name -> name.isEmpty() ? base : below(name)).toArray(String[]::new);
        return noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .as("%s is used in %s only".formatted(library, doors))
                .allowEmptyShould(true);
    }

    private ArchRule jdkOnly(String name) {
        return classes()
                .that()
                .resideInAPackage(below(name))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", below(name))
                .allowEmptyShould(true);
    }

    private ArchRule portImplementations() {
        return classes()
                .that()
                .areNotInterfaces()
                .and()
                .implement(port())
                .should()
                .resideInAnyPackage(below("store"), below("route"))
                .allowEmptyShould(true);
    }

    private ArchRule outcomeFiles() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(below("release"), base)
                .should()
                .callConstructorWhere(DescribedPredicate.describe(
                        "an outcome file is constructed",
                        call -> simpleNameStartingWith("OutcomeFileWriter").test(call.getTargetOwner())
                                && resideInAPackage(below("release")).test(call.getTargetOwner())))
                .allowEmptyShould(true);
    }

    /** A port is an interface of ours that is named Index, Ledger or Store. */
    private DescribedPredicate<JavaClass> port() {
        return resideInAPackage(base + "..")
                .and(DescribedPredicate.describe(
                        "are ports",
                        type -> type.isInterface() && type.getSimpleName().matches(".*(Index|Ledger|Store)")));
    }

    private String below(String name) {
        return base + "." + name + "..";
    }
}
