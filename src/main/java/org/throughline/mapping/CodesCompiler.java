package org.throughline.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.mapping.yaml.Branch;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Nearest;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Text;
import org.throughline.problem.Level;

/** Compiles {@code codes}: the crosswalks from a sender's codes to the shared code lists. */
final class CodesCompiler {

    private static final Set<String> KEYS = Set.of("use", "crosswalk", "from", "blank", "other");
    private static final Set<String> OTHERS = Set.of("hold_row", "hold_file", "keep_and_warn");

    private final Findings findings;
    private final CodeLists lists;

    CodesCompiler(Findings findings, CodeLists lists) {
        this.findings = findings;
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
        Map<String, String> table = table(section, list.get());
        Optional<Text> blank = section.text("blank");
        blank.ifPresent(code -> known(list.get(), code, code.text()));
        return other.map(outcome -> new CodeSet(
                name, list.get().name(), table, blank.map(Text::text).orElse(null), outcome));
    }

    private Map<String, String> table(Section section, CodeList list) {
        Map<String, String> table = new LinkedHashMap<>(crosswalk(section, list));
        section.textEntries("from").forEach((theirs, ours) -> {
            known(list, ours, ours.text());
            table.put(theirs, ours.text());
        });
        if (!section.has("crosswalk") && !section.has("from")) {
            list.codes().forEach(code -> table.put(code, code));
        }
        return table;
    }

    private Map<String, String> crosswalk(Section section, CodeList list) {
        return section.text("crosswalk")
                .flatMap(name -> {
                    Optional<Map<String, String>> table =
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

    private void known(CodeList list, Text place, String code) {
        if (!list.codes().contains(code)) {
            findings.report(
                    place.mark(),
                    "`" + code + "` is not a code of the list `" + list.name() + "`."
                            + Nearest.hint(code, list.codes()));
        }
    }
}
