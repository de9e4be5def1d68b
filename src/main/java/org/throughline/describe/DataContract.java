package org.throughline.describe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.throughline.mapping.Outline;

/** A feed as a data contract after the Open Data Contract Standard, version 3.1.0. */
public final class DataContract {
    private static final Map<String, String> LOGICAL = Map.of(
            "string", "string",
            "integer", "integer",
            "number", "number",
            "boolean", "boolean",
            "date", "date",
            "datetime", "timestamp",
            "yearmonth", "string");
    private static final Map<String, String> SEVERITY =
            Map.of("note", "info", "warn", "warning", "hold_row", "error", "hold_file", "error");

    private DataContract() {}

    /** The contract, as {@code *.odcs.yaml} holds it. */
    public static Map<String, Object> of(Outline outline) {
        Map<String, String> facts = outline.facts();
        Map<String, Object> contract = new LinkedHashMap<>();
        contract.put("version", facts.getOrDefault("version", "1"));
        contract.put("kind", "DataContract");
        contract.put("apiVersion", "v3.1.0");
        contract.put("id", outline.id());
        contract.put("name", outline.title());
        contract.put("status", facts.getOrDefault("status", "draft"));
        contract.put("description", description(facts));
        contract.put(
                "schema", outline.tables().stream().map(DataContract::table).toList());
        List<Map<String, Object>> due = due(facts);
        if (!due.isEmpty()) {
            contract.put("slaProperties", due);
        }
        return contract;
    }

    private static Map<String, Object> description(Map<String, String> facts) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("purpose", "What a sender and the hub agree on for this feed.");
        Optional.ofNullable(facts.get("contract"))
                .ifPresent(number -> description.put("usage", "Under contract " + number + "."));
        Optional.ofNullable(facts.get("receive.content"))
                .ifPresent(content -> description.put("limitations", "Content of a file: " + content + "."));
        return description;
    }

    private static List<Map<String, Object>> due(Map<String, String> facts) {
        List<Map<String, Object>> properties = new ArrayList<>();
        Optional.ofNullable(facts.get("receive.due.every")).ifPresent(every -> {
            Map<String, Object> frequency = new LinkedHashMap<>();
            frequency.put("property", "frequency");
            frequency.put("value", 1);
            frequency.put("unit", every);
            frequency.put("description", "Due " + said(facts) + ".");
            properties.add(frequency);
        });
        return properties;
    }

    private static String said(Map<String, String> facts) {
        List<String> parts = new ArrayList<>();
        for (String key : List.of("every", "on", "by", "zone", "grace")) {
            Optional.ofNullable(facts.get("receive.due." + key)).ifPresent(value -> parts.add(key + " " + value));
        }
        return String.join(", ", parts);
    }

    private static Map<String, Object> table(Outline.Table table) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", table.member());
        object.put("logicalType", "object");
        object.put("physicalType", table.reading().get("format"));
        List<String> key = Words.key(table);
        object.put(
                "properties",
                table.columns().stream()
                        .map(column -> property(table, column, key.indexOf(column.column()) + 1))
                        .toList());
        List<Map<String, Object>> quality =
                table.checks().stream().map(DataContract::check).toList();
        if (!quality.isEmpty()) {
            object.put("quality", quality);
        }
        return object;
    }

    private static Map<String, Object> check(Outline.Check check) {
        Map<String, Object> quality = new LinkedHashMap<>();
        quality.put("name", check.id());
        quality.put("type", "text");
        quality.put("description", check.says() + " " + check.guidance());
        quality.put("dimension", "consistency");
        quality.put("severity", SEVERITY.getOrDefault(check.level(), "error"));
        return quality;
    }

    private static Map<String, Object> property(Outline.Table table, Outline.Column column, int keyPosition) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("name", column.field());
        property.put("physicalName", column.column());
        property.put("logicalType", LOGICAL.getOrDefault(column.type(), "string"));
        property.put("physicalType", "text");
        property.put("description", Words.becomes(table, column));
        property.put("required", column.required());
        if (keyPosition > 0) {
            property.put("primaryKey", true);
            property.put("primaryKeyPosition", keyPosition);
        }
        property.put("classification", column.pii().isPresent() ? "restricted" : "confidential");
        Map<String, Object> options = options(column);
        if (!options.isEmpty()) {
            property.put("logicalTypeOptions", options);
        }
        Words.codes(table, column).ifPresent(codes -> property.put("quality", List.of(codes(table, codes))));
        return property;
    }

    private static Map<String, Object> codes(Outline.Table table, Outline.Codes codes) {
        Map<String, Object> quality = new LinkedHashMap<>();
        quality.put("name", "codes:" + codes.name());
        quality.put("type", "text");
        quality.put(
                "description",
                "One of "
                        + codes.codes().stream()
                                .map(code -> Words.dated(code.theirs(), code))
                                .collect(Collectors.joining(", "))
                        + "; otherwise " + codes.other() + "."
                        + (codes.dated() ? " The day that counts: " + Words.day(table, codes) + "." : ""));
        quality.put("dimension", "conformity");
        quality.put("severity", Words.closed(codes) ? "error" : "warning");
        return quality;
    }

    /** Only what the standard knows for the column's type. */
    private static Map<String, Object> options(Outline.Column column) {
        Map<String, Object> options = new LinkedHashMap<>();
        Map<String, Object> constraints = Words.constraints(column);
        List<String> known = switch (LOGICAL.getOrDefault(column.type(), "string")) {
            case "string" -> List.of("pattern", "minLength", "maxLength");
            case "boolean" -> List.of();
            default -> List.of("minimum", "maximum");
        };
        known.stream()
                .filter(constraints::containsKey)
                .filter(name -> !column.type().equals("yearmonth"))
                .forEach(name -> options.put(name, constraints.get(name)));
        boolean dated = column.type().equals("date") || column.type().equals("datetime");
        if (dated && column.formats().size() == 1) {
            options.put("format", column.formats().get(0));
        }
        return options;
    }
}
