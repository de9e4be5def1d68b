package org.throughline.mapping;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Nearest;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Text;
import org.throughline.mapping.yaml.Tree;

/** The shared code lists that a mapping uses, each read once. */
final class CodeLists {

    static final String FOLDER = "codes/";
    private static final Set<String> KEYS = Set.of("list", "title", "source", "codes", "crosswalks");

    private final Findings findings;
    private final MappingTrees trees;
    private final Map<String, Optional<CodeList>> read = new HashMap<>();

    CodeLists(Findings findings, MappingTrees trees) {
        this.findings = findings;
        this.trees = trees;
    }

    /** The path of a list below mappings/. */
    static String path(String name) {
        return FOLDER + name + ".yaml";
    }

    /** The list of this name; a finding where there is none. */
    Optional<CodeList> list(Text name) {
        if (!trees.has(path(name.text()))) {
            List<String> known = trees.paths().stream()
                    .filter(path -> path.startsWith(FOLDER))
                    .map(path -> path.substring(FOLDER.length(), path.length() - ".yaml".length()))
                    .toList();
            findings.report(
                    name.mark(),
                    "The code list `" + name.text() + "` is not there; expected the file " + path(name.text()) + "."
                            + Nearest.hint(name.text(), known));
            return Optional.empty();
        }
        Optional<CodeList> known = read.get(name.text());
        if (known == null) {
            known = trees.plain(path(name.text())).map(tree -> list(name.text(), tree));
            read.put(name.text(), known);
        }
        return known;
    }

    private CodeList list(String name, Tree tree) {
        Section section = Section.of(tree, "a code list", KEYS, findings);
        section.requiredText("list")
                .filter(said -> !said.text().equals(name))
                .ifPresent(said -> findings.report(
                        said.mark(),
                        "The file's path says that the list is `" + name + "`, not `" + said.text() + "`."));
        section.required("codes");
        Map<String, List<Span>> codes = new LinkedHashMap<>();
        new DatedTexts("codes", "title", findings)
                .of(section.entries("codes"))
                .forEach((code, texts) ->
                        codes.put(code, texts.stream().map(DatedText::span).toList()));
        Map<String, Map<String, List<DatedText>>> crosswalks = new LinkedHashMap<>();
        CodeList list = new CodeList(name, codes, Map.of());
        section.entries("crosswalks").forEach((edition, entry) -> {
            Section table = Section.open(entry.value(), "a crosswalk", findings);
            crosswalks.put(edition, new DatedTexts(edition, "code", findings).of(table.entries()));
        });
        crosswalks.values().stream()
                .flatMap(crosswalk -> crosswalk.values().stream())
                .flatMap(List::stream)
                .forEach(ours -> check(list, ours));
        return new CodeList(name, codes, crosswalks);
    }

    /** Reports a code that the list does not have, or has on other days only. */
    void check(CodeList list, DatedText ours) {
        String code = ours.text().text();
        if (!list.codes().contains(code)) {
            findings.report(
                    ours.text().mark(),
                    "`" + code + "` is not a code of the list `" + list.name() + "`."
                            + Nearest.hint(code, list.codes()));
        } else if (list.within(code, ours.span()).isEmpty()) {
            findings.report(
                    ours.mark(),
                    "This would never be in force: it says " + ours.span().words() + ", but `" + code
                            + "` of the list `" + list.name() + "` is in force "
                            + list.dated().get(code).stream().map(Span::words).collect(Collectors.joining(" and "))
                            + ".");
        }
    }
}
