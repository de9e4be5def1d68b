package org.throughline.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about single classes: time, output, exceptions, names, inheritance. Generated classes are exempt from names. */
final class CodingRules {
    private static final Set<String> CLOCKS =
            Set.of("system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes");

    private final String base;

    CodingRules(String base) {
        this.base = base;
    }

    Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("only HubMain reads a clock", clock());
        rules.put("only cli and demo print", output());
        rules.put("no generic exceptions", GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS);
        rules.put("no java.util.logging", javaUtilLogging());
        rules.put("no empty words in names", names());
        rules.put("no get prefixes", getters());
        rules.put("record readers end in Reader", readers());
        rules.put("classes are final", finals());
        rules.put("ports of the database start with Jooq", databasePorts());
        return rules;
    }

    private ArchRule clock() {
        return noClasses()
                .that(DescribedPredicate.describe(
                        "are not HubMain", type -> !type.getName().startsWith(base + ".HubMain")))
                .should()
                .accessTargetWhere(DescribedPredicate.describe("a clock is read", CodingRules::readsClock))
                .allowEmptyShould(true);
    }

    private static boolean readsClock(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        var name = access.getTarget().getName();
        if (owner.isEquivalentTo(System.class)) {
            return name.equals("currentTimeMillis");
        }
        if (owner.isEquivalentTo(Clock.class)) {
            return CLOCKS.contains(name);
        }
        if (owner.isEquivalentTo(Date.class)) {
            return access.getTarget().getFullName().endsWith("<init>()");
        }
        return owner.getPackageName().equals("java.time")
                && name.equals("now")
                && !access.getTarget().getFullName().endsWith("(java.time.Clock)");
    }

    private ArchRule output() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(base + ".cli..", base + ".demo..")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .allowEmptyShould(true);
    }

    private static ArchRule javaUtilLogging() {
        return noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");
    }

    private ArchRule names() {
        return classes()
                .that(areOurs())
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Data|Info|Service)")
                .andShould()
                .haveNameNotMatching(".*[.$]Abstract[A-Z]\\w*")
                .allowEmptyShould(true);
    }

    private ArchRule getters() {
        return methods()
                .that()
                .areDeclaredInClassesThat(areOurs())
                .and(DescribedPredicate.describe("override nothing", method -> !overrides(method)))
                .should()
                .haveNameNotMatching("get[A-Z].*")
                .allowEmptyShould(true);
    }

    private static boolean overrides(JavaMethod method) {
        var owner = method.getOwner();
        return Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                .flatMap(type -> type.getMethods().stream())
                .anyMatch(above -> above.getName().equals(method.getName())
                        && above.getRawParameterTypes().size()
                                == method.getRawParameterTypes().size());
    }

    private ArchRule readers() {
        return classes()
                .that(areOurs())
                .and()
                .areNotInterfaces()
                .and()
                .implement(base + ".format.RecordReader")
                .should()
                .haveSimpleNameEndingWith("Reader")
                .allowEmptyShould(true);
    }

    private ArchRule finals() {
        return classes()
                .that(areOurs())
                .and()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .should(new FinalUnlessExtended())
                .allowEmptyShould(true);
    }

    private ArchRule databasePorts() {
        return classes()
                .that()
                .resideInAPackage(base + ".store")
                .and()
                .implement(DescribedPredicate.describe(
                        "a port",
                        type -> type.getPackageName().startsWith(base + ".")
                                && type.getSimpleName().matches(".*(Index|Ledger|Store)")))
                .should()
                .haveSimpleNameStartingWith("Jooq")
                .allowEmptyShould(true);
    }

    private DescribedPredicate<JavaClass> areOurs() {
        return resideInAPackage(base + "..")
                .and(DescribedPredicate.not(resideInAPackage(base + ".store.jooq..")))
                .as("written by hand");
    }

    /** A class is final, or sealed or abstract with a subclass of ours that needs it open. */
    private static final class FinalUnlessExtended extends ArchCondition<JavaClass> {
        private FinalUnlessExtended() {
            super("be final unless another class of ours extends them");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            var closed = type.getModifiers().contains(JavaModifier.FINAL)
                    || type.isEnum()
                    || !type.getSubclasses().isEmpty()
                    || type.getSimpleName().equals("package-info");
            events.add(new SimpleConditionEvent(type, closed, type.getName() + " is not final"));
        }
    }
}
