package org.throughline.release;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.throughline.release.Decision.Permit;

/**
 * Draws up the accounting of a file: one entry for every client in it, whether anything was told about the client or
 * not.
 */
final class Accounting {
    private Accounting() {}

    static List<Disclosure> of(List<Finding> findings) {
        return findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.event().clientKey(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(client -> entry(
                        client.getKey(),
                        client.getValue().stream().filter(Finding::isTold).toList()))
                .toList();
    }

    private static Disclosure entry(String clientKey, List<Finding> told) {
        List<Permit> grounds =
                told.stream().map(Finding::grounds).flatMap(Collection::stream).toList();
        List<String> measures = texts(told, finding -> finding.event().measure().id());
        return new Disclosure(
                clientKey,
                told.stream()
                        .flatMap(finding -> finding.event().jointClient().stream())
                        .findFirst(),
                measures,
                texts(grounds, permit -> permit.agreement().id()),
                texts(grounds, permit -> permit.rule().id()),
                sorted(grounds.stream().<Long>flatMap(permit -> permit.consents().stream())),
                texts(grounds, permit -> permit.rule().dataClass()),
                String.join("; ", texts(grounds, Permit::legalBasis)),
                description(measures));
    }

    private static String description(List<String> measures) {
        return measures.isEmpty()
                ? "Nothing: every row says NOT_AVAILABLE."
                : "Status of the client under " + String.join(", ", measures) + ", with the time of an event found.";
    }

    private static <T> List<String> texts(List<T> things, Function<T, String> text) {
        return sorted(things.stream().<String>map(text));
    }

    private static <T extends Comparable<T>> List<T> sorted(Stream<T> values) {
        return values.distinct().sorted().toList();
    }
}
