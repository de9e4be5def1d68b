package org.throughline.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.throughline.format.RecordFormat;
import org.throughline.format.delimited.DelimitedFormat;
import org.throughline.format.delimited.Dialect;
import org.throughline.format.fhir.FhirFormat;
import org.throughline.format.fixedwidth.FixedWidthFormat;
import org.throughline.format.hl7.Hl7Format;
import org.throughline.format.json.JsonFormat;
import org.throughline.format.xml.XmlFormat;

/** Says in the words of mappings how a sender's records are read. */
final class ReadingWords {

    private ReadingWords() {}

    static Map<String, String> of(RecordFormat format) {
        Map<String, String> words = new LinkedHashMap<>();
        if (format instanceof DelimitedFormat delimited) {
            words.put("format", "csv");
            delimited(delimited.dialect(), words);
        } else if (format instanceof JsonFormat json) {
            words.put("format", json.lines() ? "ndjson" : "json");
            words.put("rows", json.rows().toString());
        } else if (format instanceof XmlFormat xml) {
            words.put("format", "xml");
            words.put("rows", xml.rows().toString());
        } else {
            words.put("format", other(format));
        }
        words.values().removeIf(String::isEmpty);
        return words;
    }

    private static String other(RecordFormat format) {
        if (format instanceof FixedWidthFormat) {
            return "fixed_width";
        }
        if (format instanceof Hl7Format) {
            return "hl7";
        }
        return format instanceof FhirFormat ? "fhir" : "xlsx";
    }

    private static void delimited(Dialect dialect, Map<String, String> words) {
        words.put("delimiter", String.valueOf(dialect.delimiter()));
        if (dialect.quote() != Dialect.NO_QUOTE) {
            words.put("quote", String.valueOf(dialect.quote()));
        }
        words.put(
                "encoding",
                dialect.encodings().stream()
                        .map(encoding -> encoding.name().toLowerCase(java.util.Locale.ROOT))
                        .collect(Collectors.joining(", ")));
        dialect.comment().ifPresent(comment -> words.put("comment", String.valueOf(comment)));
        dialect.declaredHeader().ifPresent(header -> words.put("header", String.join(", ", header)));
        words.put("delimiter at end", dialect.delimiterAtEnd() ? "allowed" : "");
    }
}
