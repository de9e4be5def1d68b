package org.throughline.mapping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.canonical.CanonicalRecord;
import org.throughline.problem.Level;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;

/** Runs the examples inside a mapping, and its sample against the expected result beside it. */
public final class MappingTests {

    private MappingTests() {}

    /** The results of the examples inside a compiled mapping. */
    public static List<MappingTestResult> run(Mapping mapping) {
        List<MappingTestResult> results = new ArrayList<>();
        for (MemberMapping member : mapping.members()) {
            CompiledMember compiled = (CompiledMember) member;
            compiled.tests().forEach(test -> results.add(result(mapping, compiled, test)));
        }
        return results;
    }

    /** The results of the examples inside a mapping and, last, of its sample where it has one. */
    public static List<MappingTestResult> run(Mapping mapping, Optional<MappingSample> sample) throws IOException {
        List<MappingTestResult> results = new ArrayList<>(run(mapping));
        if (sample.isPresent()) {
            results.add(new SampleRun(mapping, sample.get()).compare());
        }
        return results;
    }

    /** Writes the expected result of a sample as the mapping makes it today. */
    public static void regenerate(Mapping mapping, MappingSample sample) throws IOException {
        new SampleRun(mapping, sample).regenerate();
    }

    private static MappingTestResult result(Mapping mapping, CompiledMember member, TestCase test) {
        TestRecord given = TestRecord.of(member.table(), test);
        Facts facts = new Facts(test.facts());
        if (facts.value("received.on").isEmpty()) {
            facts = facts.with("received.on", SampleRun.receivedOn(mapping));
        }
        MappedRecord made = member.bind(given.header(), facts).rows().map(given.record(Place.member(member.member())));
        List<String> differences = new ArrayList<>();
        List<CanonicalRecord> records = made.records();
        test.expected().forEach(expected -> differences.addAll(expected.differences(records)));
        differences.addAll(problemDifferences(test, made.problems()));
        return new MappingTestResult(
                test.name(), test.mark().file(), test.mark().line(), differences);
    }

    private static List<String> problemDifferences(TestCase test, List<Problem> problems) {
        List<String> differences = new ArrayList<>();
        List<String> expected = test.problems().orElse(List.of());
        for (String code : expected) {
            if (problems.stream().noneMatch(problem -> means(code, problem))) {
                differences.add("The problem `" + code + "` was expected, but is not found.");
            }
        }
        for (Problem problem : problems) {
            if (problem.level().compareTo(Level.HOLD_ROW) >= 0
                    && expected.stream().noneMatch(code -> means(code, problem))) {
                differences.add("The problem `" + problem.code() + "` was not expected: " + problem.told());
            }
        }
        return differences;
    }

    private static boolean means(String code, Problem problem) {
        return code.startsWith("codes:")
                ? CodeSet.about(problem, code.substring("codes:".length()))
                : problem.code().equals(code);
    }
}
