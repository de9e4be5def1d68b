package org.throughline.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The hub's own classes keep every architecture rule. */
final class ArchitectureTest {
    private static final JavaClasses HUB = new ClassFileImporter().importPath(ProjectFiles.mainClasses());

    static Stream<Arguments> rules() {
        Map<String, ArchRule> rules = new ArchitectureRules("org.throughline").all();
        return rules.entrySet().stream().map(rule -> Arguments.of(rule.getKey(), rule.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(String name, ArchRule rule) {
        rule.check(HUB);
    }
}
