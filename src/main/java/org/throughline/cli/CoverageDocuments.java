package org.throughline.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.throughline.coverage.Coverage;
import org.throughline.coverage.StoredRecords;
import org.throughline.coverage.Supply;
import org.throughline.coverage.UnusedColumn;

/** How coverage is told. */
final class CoverageDocuments {
    private final Coverage coverage;
    private final StoredRecords stored;
    private final Optional<String> sender;

    CoverageDocuments(Coverage coverage, StoredRecords stored, Optional<String> sender) {
        this.coverage = coverage;
        this.stored = stored;
        this.sender = sender;
    }

    private Map<String, List<StoredRecords.Recent>> feeds() {
        return stored.recent(Coverage.LATEST).stream()
                .filter(one -> sender.isEmpty() || one.sender().equals(sender.get()))
                .collect(Collectors.groupingBy(StoredRecords.Recent::feed, LinkedHashMap::new, Collectors.toList()));
    }

    Map<String, Object> document() {
        List<Map<String, Object>> feeds = new ArrayList<>();
        feeds().forEach((feed, recent) -> feeds.add(Document.of("feed", feed)
                .with(
                        "latest",
                        recent.stream()
                                .map(one -> Document.of("submission", one.submission())
                                        .with("read", one.read())
                                        .with("good", one.good())
                                        .map())
                                .toList())
                .map()));
        return Document.of(
                        "fields",
                        coverage.supplies().stream()
                                .map(CoverageDocuments::supply)
                                .toList())
                .with("feeds", feeds)
                .with("gaps", coverage.gaps())
                .map();
    }

    private static Map<String, Object> supply(Supply supply) {
        return Document.of("sender", supply.sender())
                .with("field", supply.target())
                .with("required", supply.required())
                .with("supplied", !supply.mappings().isEmpty())
                .with("mappings", supply.mappings())
                .with("columns", supply.columns())
                .with("fill_percent", boxed(supply.fill()))
                .with("valid_percent", boxed(supply.valid()))
                .with("fill_trend_percent", supply.trend())
                .with("needed_by", supply.users())
                .map();
    }

    private static Optional<Integer> boxed(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Supply supply : coverage.supplies()) {
            lines.add(supply.sender() + " " + supply.target() + (supply.required() ? ", required" : "")
                    + (supply.mappings().isEmpty() ? ", not supplied" : from(supply))
                    + percent(", filled ", supply.fill()) + percent(", valid ", supply.valid()) + trend(supply)
                    + (supply.users().isEmpty() ? "" : "; needed by " + String.join(", ", supply.users())));
        }
        feeds().forEach((feed, recent) -> lines.add("feed " + feed + ", newest first: "
                + recent.stream()
                        .map(one -> (one.read() == 0 ? 0 : 100 * one.good() / one.read()) + " % of " + one.read())
                        .collect(Collectors.joining(", "))));
        coverage.gaps()
                .forEach((user, senders) -> senders.forEach((who, missing) ->
                        lines.add("gap  " + user + ": " + who + " does not supply " + String.join(", ", missing))));
        return lines;
    }

    private static String trend(Supply supply) {
        return supply.trend().entrySet().stream()
                .filter(one -> one.getValue().size() > 1)
                .map(one -> ", files of " + one.getKey() + ", newest first: "
                        + one.getValue().stream().map(percent -> percent + " %").collect(Collectors.joining(", ")))
                .collect(Collectors.joining());
    }

    private static String from(Supply supply) {
        return supply.columns().isEmpty() ? ", a constant" : ", from " + String.join(", ", supply.columns());
    }

    private static String percent(String what, OptionalInt number) {
        return number.isPresent() ? what + number.getAsInt() + " %" : "";
    }

    Map<String, Object> unused() {
        return Document.of(
                        "unused",
                        coverage.unused().stream()
                                .map(CoverageDocuments::column)
                                .toList())
                .map();
    }

    private static Map<String, Object> column(UnusedColumn column) {
        return Document.of("sender", column.sender())
                .with("mapping", column.mapping())
                .with("member", column.member())
                .with("column", column.column())
                .with("becomes", column.targets())
                .with("at", column.at())
                .map();
    }

    List<String> unusedLines() {
        List<String> lines = new ArrayList<>();
        coverage.unused()
                .forEach(column -> lines.add(column.at() + ": " + column.mapping() + " " + column.column() + " becomes "
                        + String.join(", ", column.targets()) + ", which nobody used"));
        lines.add(Counted.of(coverage.unused().size(), "column") + " that nobody used.");
        return lines;
    }
}
