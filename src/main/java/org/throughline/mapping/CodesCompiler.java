package org.throughline.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.mapping.value.ValueType;
import org.throughline.mapping.yaml.Branch;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Nearest;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Text;
import org.throughline.problem.Level;

/** Compiles {@code codes}: the crosswalks from a sender's codes to the shared code lists. */
final class CodesCompiler {

    private static final Set<String> KEYS = Set.of("use", "crosswalk", "from", "on", "blank", "other");
    private static final Set<ValueType> DAYS = Set.of(ValueType.DATE, ValueType.DATETIME, ValueType.YEARMONTH);
    private static final Set<String> OTHERS = Set.of("hold_row", "hold_file", "keep_and_warn");

    private final Names names;
    private final Findings findings;
    private final CodeLists lists;

    CodesCompiler(Names names, CodeLists lists) {
        this.names = names;
        this.findings = names.findings();
        this.lists = lists;
    }

    /** The code sets by name; those with findings are empty. */
    Map<String, Optional<CodeSet>> codeSets(Map<String, Branch.Entry> entries) {
        Map<String, Optional<CodeSet>> sets = new LinkedHashMap<>();
        entries.forEach((name, entry) -> sets.put(name, codeSet(name, entry)));
        return sets;
    }

    private Optional<CodeSet> codeSet(String name, Branch.Entry entry) {
        Section section = Section.of(entry.value(), "a code set", KEYS, findings);
        Optional<CodeList> list = section.requiredText("use").flatMap(lists::list);
        Optional<CodeSet.Other> other = other(section, list, name, entry);
        if (list.isEmpty()) {
            return Optional.empty();
        }
        CodeTable table = new CodeTable(lines(section, list.get()));
        Optional<Text> blank = section.text("blank");
        blank.ifPresent(code -> known(list.get(), code, code.text()));
        Optional<Named> on = section.text("on").flatMap(day -> day(day, table));
        return other.map(outcome -> new CodeSet(
                name, list.get().name(), table, on, blank.map(Text::text).orElse(null), outcome));
    }

    private List<CodeTable.Line> lines(Section section, CodeList list) {
        Map<String, List<DatedText>> table = new LinkedHashMap<>(crosswalk(section, list));
        Map<String, List<DatedText>> own = new DatedTexts("from", "code", findings).of(section.entries("from"));
        own.values().forEach(texts -> texts.forEach(ours -> lists.check(list, ours)));
        table.putAll(own);
        List<CodeTable.Line> lines = new ArrayList<>();
        table.forEach((theirs, texts) ->
                texts.forEach(ours -> list.within(ours.text().text(), ours.span())
                        .forEach(span ->
                                lines.add(new CodeTable.Line(theirs, ours.text().text(), span)))));
        if (!section.has("crosswalk") && !section.has("from")) {
            list.dated()
                    .forEach((code, spans) -> spans.forEach(span -> lines.add(new CodeTable.Line(code, code, span))));
        }
        return lines;
    }

    private Optional<Named> day(Text text, CodeTable table) {
        Optional<Named> named = names.named(text);
        named.filter(day -> !DAYS.contains(day.type()))
                .ifPresent(day -> findings.report(
                        text.mark(),
                        "`on` needs a date, but `" + day.name() + "` is "
                                + day.type().described() + "."));
        if (!table.dated()) {
            findings.report(text.mark(), "`on` changes nothing: every code of this set is in force on every day.");
        }
        return named.filter(day -> DAYS.contains(day.type()));
    }

    private Map<String, List<DatedText>> crosswalk(Section section, CodeList list) {
        return section.text("crosswalk")
                .flatMap(name -> {
                    Optional<Map<String, List<DatedText>>> table =
                            Optional.ofNullable(list.crosswalks().get(name.text()));
                    if (table.isEmpty()) {
                        Set<String> names = list.crosswalks().keySet();
                        findings.report(
                                name.mark(),
                                "The code list `" + list.name() + "` has no crosswalk `" + name.text() + "`"
                                        + (names.isEmpty() ? "." : "; it has " + String.join(", ", names) + ".")
                                        + Nearest.hint(name.text(), names));
                    }
                    return table;
                })
                .orElse(Map.of());
    }

    private Optional<CodeSet.Other> other(Section section, Optional<CodeList> list, String name, Branch.Entry entry) {
        if (!section.has("other")) {
            findings.report(
                    entry.mark(),
                    "The code set `" + name + "` does not say what becomes of a code it does not know; add `other` with"
                            + " hold_row, hold_file, other:<code> or keep_and_warn.");
            return Optional.empty();
        }
        return section.text("other").flatMap(text -> other(text, list));
    }

    private Optional<CodeSet.Other> other(Text text, Optional<CodeList> list) {
        String word = text.text();
        if (word.startsWith("other:")) {
            String code = word.substring("other:".length()).trim();
            list.ifPresent(known -> known(known, text, code));
            return Optional.of(new CodeSet.Other(Level.NOTE, code));
        }
        return switch (word) {
            case "hold_row" -> Optional.of(new CodeSet.Other(Level.HOLD_ROW, null));
            case "hold_file" -> Optional.of(new CodeSet.Other(Level.HOLD_FILE, null));
            case "keep_and_warn" -> Optional.of(new CodeSet.Other(Level.WARN, ""));
            default -> {
                findings.report(
                        text.mark(),
                        "`other` is `" + word
                                + "`, but must be hold_row, hold_file, other:<code> or keep_and_warn."
                                + Nearest.hint(word, OTHERS));
                yield Optional.empty();
            }
        };
    }

    /** A code that stands in for others must count whenever they come. */
    private void known(CodeList list, Text place, String code) {
        if (!list.codes().contains(code)) {
            findings.report(
                    place.mark(),
                    "`" + code + "` is not a code of the list `" + list.name() + "`."
                            + Nearest.hint(code, list.codes()));
        } else if (!list.always(code)) {
            findings.report(
                    place.mark(),
                    "`" + code + "` of the list `" + list.name()
                            + "` is not in force on every day; name a code here that" + " is.");
        }
    }
}
