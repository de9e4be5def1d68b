package org.throughline.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every architecture rule reports the class that was planted for it. */
final class ArchitecturePlantedViolationTest {
    private static final String BASE = "org.throughline.planted";
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(BASE);
    private static final Map<String, ArchRule> RULES = new ArchitectureRules(BASE).all();

    /** HL7 libraries are not on the class path yet, so nothing can be planted for their door. */
    private static final Set<String> WITHOUT_PLANT = Set.of("door of ca.uhn");

    @ParameterizedTest
    @CsvSource(textBlock = """
        every package is named here, stray.Stray
        no cycles between packages, Cycle detected
        arrows of canonical, canonical.KnowsProblem
        arrows of audit, audit.KnowsStore
        arrows of problem, problem.KnowsFormat
        arrows of format, format.KnowsMapping
        arrows of linkage, linkage.ClientManager
        arrows of measure, measure.KnowsRelease
        arrows of mapping, mapping.Upward
        arrows of drift, drift.KnowsStore
        arrows of retention, retention.KnowsStore
        arrows of find, find.KnowsStore
        arrows of coverage, coverage.KnowsStore
        arrows of describe, describe.KnowsStore
        arrows of profile, profile.KnowsStore
        arrows of suggest, suggest.KnowsStore
        arrows of release, release.Loud
        arrows of intake, intake.KnowsDemo
        arrows of night, night.KnowsStore
        arrows of node, node.KnowsStore
        arrows of notice, notice.KnowsStore
        arrows of setup, setup.KnowsStore
        arrows of route, route.KnowsStore
        arrows of drop, drop.KnowsStore
        arrows of web, web.KnowsStore
        arrows of telemetry, telemetry.KnowsStore
        arrows of pgp, pgp.KnowsStore
        arrows of trial, trial.KnowsStore
        arrows of store, store.KnowsCli
        arrows of cli, cli.KnowsStore
        door of org.apache.camel, intake.Doors.exchange
        door of org.jooq, intake.Doors.jooq
        door of java.sql, intake.Doors.connection
        door of org.postgresql, intake.Doors.copy
        door of org.flywaydb, intake.Doors.flyway
        door of com.github.kagkarlsson, intake.Doors.rota
        door of javax.sql, intake.Doors.source
        door of com.zaxxer, intake.Doors.pool
        door of io.zonky, intake.Doors.server
        door of dev.cel, intake.Doors.expression
        door of picocli, intake.Doors.commandLine
        door of org.apache.sshd, intake.Doors.sftp
        door of org.pgpainless, intake.Doors.seal
        door of org.springframework, intake.Doors.web
        door of jakarta.servlet, intake.Doors.request
        door of org.apache.tomcat, intake.Doors.form
        door of jakarta.mail, intake.Doors.mail
        door of io.micrometer, intake.Doors.figures
        door of io.opentelemetry, intake.Doors.span
        door of com.sun.net, intake.Doors.listener
        door of org.bouncycastle, intake.Doors.key
        door of org.snakeyaml, measure.Parsers.yaml
        door of tools.jackson, measure.Parsers.json
        door of com.fasterxml.jackson, measure.Parsers.property
        door of com.networknt, measure.Parsers.schema
        door of de.siegmar, measure.Parsers.row
        canonical depends on the JDK only, canonical.Logs
        problem depends on the JDK only, problem.Fault
        formats do not know each other, format.delimited.Nosy
        port implementations live in store or route, intake.MemoryLedger
        only release writes outcome files, intake.Doors.write
        only HubMain reads a clock, measure.ReadsClock
        only cli and demo print, release.Loud
        no generic exceptions, release.Loud
        no java.util.logging, release.Loud
        no empty words in names, linkage.ClientManager
        no get prefixes, ClientManager.getUpward
        record readers end in Reader, format.Parser
        classes are final, release.Loud
        ports of the database start with Jooq, store.DeliveryTable
        """)
    void reports(String rule, String planted) {
        assertThatThrownBy(() -> RULES.get(rule).check(PLANTED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(planted);
    }

    @Test
    void everyRuleHasAPlant() throws NoSuchMethodException {
        var planted = new TreeSet<>(WITHOUT_PLANT);
        var method = getClass().getDeclaredMethod("reports", String.class, String.class);
        method.getAnnotation(CsvSource.class)
                .textBlock()
                .lines()
                .forEach(line -> planted.add(line.substring(0, line.lastIndexOf(','))));

        assertThat(planted).containsExactlyInAnyOrderElementsOf(RULES.keySet());
    }
}
