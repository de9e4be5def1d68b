package org.throughline.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.canonical.CanonicalRecord;
import org.throughline.format.SourceRecord;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;

/** Mappings written inside tests, compiled without any file. */
final class MappingText {

    static final String HEAD = "mapping: made-up/feed\ntitle: Made up\nreceive: {content: append}\n";

    private static final String SEX = "list: hub/sex\ncodes: {F: Female, M: Male, X: Other, U: Not known}\n"
            + "crosswalks: {numbers: {'1': F, '2': M}}\n";

    private MappingText() {}

    static MappingSource source(String text) {
        return new MappingSource(
                "made-up/feed", "made-up/feed.yaml", Map.of("made-up/feed.yaml", text, "codes/hub/sex.yaml", SEX));
    }

    /** The compiled mapping; its text must have no mistake. */
    static Mapping compiled(String text) {
        Compilation compilation = new MappingCompiler().compile(source(text));
        return compilation.mapping().orElseThrow(() -> new AssertionError(compilation.diagnostics()));
    }

    static MemberMapping member(String body) {
        return compiled(HEAD + body).members().get(0);
    }

    /** What becomes of one record whose columns and cells are these, alternately. */
    static MappedRecord map(String body, String... columnsAndCells) {
        return map(member(body), new Facts(Map.of()), columnsAndCells);
    }

    static MappedRecord map(MemberMapping member, Facts facts, String... columnsAndCells) {
        Map<String, String> cells = cells(columnsAndCells);
        Binding binding = member.bind(List.copyOf(cells.keySet()), facts);
        return binding.rows().map(record(cells));
    }

    static Map<String, String> cells(String... columnsAndCells) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < columnsAndCells.length; i += 2) {
            cells.put(columnsAndCells[i], columnsAndCells[i + 1]);
        }
        return cells;
    }

    static SourceRecord record(Map<String, String> cells) {
        return new SourceRecord(new Place("made-up.csv", 1, 2, 2, ""), List.copyOf(cells.values()));
    }

    static List<String> codes(MappedRecord mapped) {
        return mapped.problems().stream()
                .map(problem -> problem.code() + " " + problem.level().word())
                .toList();
    }

    static List<String> facts(MappedRecord mapped) {
        return mapped.problems().stream().map(Problem::fact).toList();
    }

    static Object value(MappedRecord mapped, int record, String field) {
        CanonicalRecord canonical = mapped.records().get(record);
        return canonical.value(field).orElse(null);
    }
}
