package org.throughline.describe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.mapping.Outline;

/** A feed as a Frictionless Data Package, version 2: a resource for each file, with dialect and Table Schema. */
public final class DataPackage {
    private static final String PROFILES = "https://datapackage.org/profiles/2.0/";
    private static final Map<String, String> MEDIA = Map.of(
            "csv", "text/csv",
            "json", "application/json",
            "ndjson", "application/x-ndjson",
            "xml", "application/xml",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private DataPackage() {}

    /** The descriptor, as {@code datapackage.json} holds it. */
    public static Map<String, Object> of(Outline outline) {
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("$schema", PROFILES + "datapackage.json");
        descriptor.put("name", Words.slug(outline.id()));
        descriptor.put("id", outline.id());
        descriptor.put("title", outline.title());
        descriptor.put("version", outline.facts().getOrDefault("version", "1"));
        Optional.ofNullable(outline.facts().get("receive.name")).ifPresent(name -> descriptor.put("fileName", name));
        descriptor.put(
                "resources",
                outline.tables().stream().map(DataPackage::resource).toList());
        return descriptor;
    }

    private static Map<String, Object> resource(Outline.Table table) {
        String format = table.reading().get("format");
        String ending =
                Map.of("fixed_width", "txt", "hl7", "hl7", "fhir", "json").getOrDefault(format, format);
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("name", Words.slug(table.member()));
        resource.put("type", "table");
        resource.put("path", Words.slug(table.member()) + "." + ending);
        resource.put("format", format);
        Optional.ofNullable(MEDIA.get(format)).ifPresent(type -> resource.put("mediatype", type));
        Optional.ofNullable(table.reading().get("encoding")).ifPresent(encoding -> resource.put("encoding", encoding));
        if (format.equals("csv")) {
            resource.put("dialect", dialect(table.reading()));
        }
        resource.put("schema", schema(table));
        return resource;
    }

    private static Map<String, Object> dialect(Map<String, String> reading) {
        Map<String, Object> dialect = new LinkedHashMap<>();
        dialect.put("$schema", PROFILES + "tabledialect.json");
        dialect.put("delimiter", reading.get("delimiter"));
        Optional.ofNullable(reading.get("quote")).ifPresent(quote -> dialect.put("quoteChar", quote));
        Optional.ofNullable(reading.get("comment")).ifPresent(comment -> dialect.put("commentChar", comment));
        dialect.put("header", !reading.containsKey("header"));
        return dialect;
    }

    private static Map<String, Object> schema(Outline.Table table) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", PROFILES + "tableschema.json");
        List<Map<String, Object>> fields = new ArrayList<>();
        table.columns().forEach(column -> fields.add(field(table, column)));
        table.ignored().forEach((column, reason) -> fields.add(ignored(column, reason)));
        schema.put("fieldsMatch", List.of("equal"));
        schema.put("fields", fields);
        List<String> key = Words.key(table);
        if (!key.isEmpty()) {
            schema.put("primaryKey", key);
        }
        return schema;
    }

    private static Map<String, Object> ignored(String column, String reason) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", column);
        field.put("type", "any");
        field.put("description", "Not used: " + reason + ".");
        return field;
    }

    private static Map<String, Object> field(Outline.Table table, Outline.Column column) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", column.column());
        typed(column, field);
        field.put("description", Words.becomes(table, column));
        field.put("missingValues", column.missing());
        Map<String, Object> constraints = Words.constraints(column);
        if (!constraints.isEmpty()) {
            field.put("constraints", constraints);
        }
        column.pii().ifPresent(kind -> field.put("pii", kind));
        Words.codes(table, column)
                .filter(codes -> Words.closed(codes) && column.type().equals("string"))
                .ifPresent(codes -> field.put("categories", categories(codes)));
        return field;
    }

    private static List<Map<String, Object>> categories(Outline.Codes codes) {
        Map<String, String> labels = new LinkedHashMap<>();
        codes.codes()
                .forEach(code -> labels.merge(
                        code.theirs(),
                        Words.dated(codes.list() + " " + code.ours(), code),
                        (one, other) -> one + "; " + other));
        List<Map<String, Object>> categories = new ArrayList<>();
        labels.forEach((theirs, label) -> {
            Map<String, Object> category = new LinkedHashMap<>();
            category.put("value", theirs);
            category.put("label", label);
            categories.add(category);
        });
        return categories;
    }

    /** Several ways of writing days, or one that Table Schema cannot say, make a text of which the description tells. */
    private static void typed(Outline.Column column, Map<String, Object> field) {
        boolean dated = List.of("date", "datetime", "yearmonth").contains(column.type());
        if (!dated || column.formats().isEmpty()) {
            field.put("type", column.type());
            return;
        }
        Optional<String> format = column.formats().size() == 1
                ? DayWords.strptime(column.formats().get(0))
                : Optional.empty();
        boolean said = format.isPresent() && !column.type().equals("yearmonth");
        field.put("type", said ? column.type() : "string");
        if (said) {
            field.put("format", format.get());
        }
    }
}
