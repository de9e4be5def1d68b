package org.throughline.mapping;

import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.mapping.value.ValueType;
import org.throughline.mapping.yaml.Branch;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Tree;

/**
 * Compiles what one file of a mapping says about one table of the sender: first its columns, then, once the facts are known, all
 * that uses them.
 */
final class MemberCompiler {

    static final Set<String> KEYS = Set.of("source", "codes", "write", "checks", "tests");

    private final Findings findings;
    private final Section section;
    private final SourceCompiler source;
    private final SourceTable table;
    private final ZoneId zone;
    private Names names;

    /** Compiles the source of a file that has one of these formats. */
    MemberCompiler(Section section, ZoneId zone, SourceCompiler.Formats formats, Findings findings) {
        this.findings = findings;
        this.section = section;
        this.zone = zone;
        this.source = new SourceCompiler(findings, zone, formats);
        this.table = source.table(section);
    }

    SourceTable table() {
        return table;
    }

    /** Compiles the rest of the file. */
    CompiledMember member(String name, boolean required, Map<String, ValueType> facts, Shared shared) {
        names = new Names(table, facts, zone, findings);
        Map<String, Branch.Entry> codeEntries = section.entries("codes");
        Map<String, Optional<CodeSet>> codes = new CodesCompiler(names, shared.lists()).codeSets(codeEntries);
        WriteCompiler writes = new WriteCompiler(names, codes, shared.shapes());
        Optional<Tree> write = shared.control() ? section.tree("write") : section.required("write");
        List<WriteRule> rules = write.map(tree -> writes.writes(tree, section)).orElse(List.of());
        Set<String> unused = new LinkedHashSet<>(codeEntries.keySet());
        unused.removeAll(writes.usedCodes());
        unused.forEach(set -> findings.report(
                codeEntries.get(set).mark(), "The code set `" + set + "` is used nowhere; use it or remove it."));
        Checks checks = new CheckCompiler(names).checks(section);
        List<TestCase> tests = new TestCompiler(names, table, rules).tests(section);
        boolean shortYears = table.fields().stream().anyMatch(SourceField::shortYear);
        Set<String> key = rules.stream()
                .limit(1)
                .flatMap(rule -> rule.key().fields().stream())
                .map(SourceField::name)
                .collect(Collectors.toUnmodifiableSet());
        return new CompiledMember(
                name, required, table.withKey(key), rules, checks, tests, shortYears, names.expressions());
    }

    /**
     * What the members of a mapping share.
     *
     * @param control true for the member that gives the facts, which may write nothing
     */
    record Shared(CodeLists lists, KeyShapes shapes, boolean control) {}

    /** The names used in this file. */
    Names names() {
        return names;
    }

    /** Reports fields that nothing uses; to be asked when all files of the mapping are compiled. */
    void checkCoverage(Set<String> usedElsewhere) {
        source.places().forEach((name, mark) -> {
            if (!names.used().contains(name) && !usedElsewhere.contains(name)) {
                findings.report(
                        mark,
                        "The field `" + name + "` is read but used nowhere; use it or name its column under ignore.");
            }
        });
    }
}
