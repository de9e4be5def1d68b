package org.throughline.mapping;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        Map<String, Text> codes = section.textEntries("codes");
        Map<String, Map<String, String>> crosswalks = new LinkedHashMap<>();
        section.entries("crosswalks").forEach((edition, entry) -> {
            Section table = Section.open(entry.value(), "a crosswalk", findings);
            Map<String, String> targets = new LinkedHashMap<>();
            table.texts().forEach((theirs, ours) -> {
                if (!codes.containsKey(ours.text())) {
                    findings.report(
                            ours.mark(),
                            "`" + ours.text() + "` is not a code of the list `" + name + "`."
                                    + Nearest.hint(ours.text(), codes.keySet()));
                }
                targets.put(theirs, ours.text());
            });
            crosswalks.put(edition, targets);
        });
        return new CodeList(name, codes.keySet(), crosswalks);
    }
}
