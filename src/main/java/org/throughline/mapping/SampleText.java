package org.throughline.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.throughline.canonical.CanonicalRecord;
import org.throughline.mapping.value.Written;
import org.throughline.problem.Level;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The result of a sample as text that is read as a diff: per member the counts and the problems of the header, per record its
 * state, what it writes and the codes of its problems.
 */
final class SampleText {

    private static final int SHOWN = 10;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Map<String, Object>> members = new ArrayList<>();
    private Map<String, Long> counts = new LinkedHashMap<>();
    private List<Object> records = new ArrayList<>();
    private List<Object> problems = new ArrayList<>();

    void absent(String name) {
        members.add(Map.of("member", name));
    }

    void member(String name, List<Problem> ofHeader) {
        counts = new LinkedHashMap<>();
        records = new ArrayList<>();
        problems = new ArrayList<>(codes(ofHeader));
        for (String count : List.of("rows", "ok", "held", "rejected")) {
            counts.put(count, 0L);
        }
        Map<String, Object> member = new LinkedHashMap<>();
        member.put("member", name);
        member.put("counts", counts);
        member.put("problems", problems);
        member.put("records", records);
        members.add(member);
    }

    void found(Problem problem) {
        problems.add(problem.code());
    }

    void record(Place place, MappedRecord made) {
        String state = made.problems().stream().anyMatch(problem -> problem.level() == Level.REJECT)
                ? "rejected"
                : made.hasAtLeast(Level.HOLD_ROW) ? "held" : "ok";
        counts.merge("rows", 1L, Long::sum);
        counts.merge(state, 1L, Long::sum);
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("row", place.row());
        record.put("state", state);
        record.put("write", made.records().stream().map(SampleText::written).toList());
        record.put("problems", codes(made.problems()));
        records.add(record);
    }

    private static Map<String, Object> written(CanonicalRecord record) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("entity", record.entity().table());
        written.put("key", record.key());
        if (record.retracted()) {
            written.put("retracted", true);
        }
        record.values().forEach((field, value) -> written.put(field, Written.text(value)));
        return written;
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).sorted().toList();
    }

    String text() {
        return rendered(JSON.valueToTree(Map.of("members", members)));
    }

    /** A member, a record and a written record take a line each. */
    private static String rendered(JsonNode result) {
        return "{\"members\": [" + list(result.path("members"), "  ", SampleText::member) + "]}\n";
    }

    private static String member(JsonNode member) {
        return open(member, "records") + list(member.path("records"), "    ", SampleText::record) + "]}";
    }

    private static String record(JsonNode record) {
        return open(record, "write") + list(record.path("write"), "      ", JsonNode::toString) + "]}";
    }

    /** The object up to the opening bracket of its last, long list. */
    private static String open(JsonNode object, String list) {
        StringBuilder text = new StringBuilder("{");
        object.properties().stream()
                .filter(property -> !property.getKey().equals(list))
                .forEach(property -> text.append('"')
                        .append(property.getKey())
                        .append("\": ")
                        .append(property.getValue())
                        .append(", "));
        return text + "\"" + list + "\": [";
    }

    private static String list(JsonNode items, String indent, Function<JsonNode, String> as) {
        return items.valueStream().map(item -> "\n" + indent + as.apply(item)).collect(Collectors.joining(","));
    }

    /** What differs between two results, line by line; empty where they say the same. */
    static List<String> differences(String expected, String made) {
        try {
            JsonNode wanted = JSON.readTree(expected);
            return wanted.equals(JSON.readTree(made)) ? List.of() : lines(rendered(wanted), made);
        } catch (JacksonException notJson) {
            return List.of("The expected result is not JSON.");
        }
    }

    private static List<String> lines(String expected, String made) {
        String[] left = expected.split("\n");
        String[] right = made.split("\n");
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(left.length, right.length) && differences.size() < SHOWN; i++) {
            String wanted = i < left.length ? left[i].trim() : "";
            String found = i < right.length ? right[i].trim() : "";
            if (!wanted.equals(found)) {
                differences.add("Line " + (i + 1) + ": expected `" + wanted + "`, but it is `" + found + "`.");
            }
        }
        return differences;
    }
}
