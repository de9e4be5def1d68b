package org.throughline.mapping.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A map whose keys are words of the language. A key that is not is a finding as soon as the section is opened; a value of another
 * kind than asked for is a finding when it is asked for, and then counts as absent.
 */
public final class Section {

    private final Branch branch;
    private final String what;
    private final boolean known;
    private final Findings findings;

    private Section(Branch branch, String what, boolean known, Findings findings) {
        this.branch = branch;
        this.what = what;
        this.known = known;
        this.findings = findings;
    }

    /**
     * Opens a map.
     *
     * @param what what the map is, such as {@code a field}
     * @param keys the keys it may have
     */
    public static Section of(Tree tree, String what, Set<String> keys, Findings findings) {
        if (!(tree instanceof Branch branch)) {
            findings.report(
                    tree.mark(),
                    "This is " + tree.kind() + ", but " + what + " is a map"
                            + (keys.isEmpty() ? "." : " with the keys " + names(keys) + "."));
            return new Section(new Branch(tree.mark(), Map.of()), what, false, findings);
        }
        branch.entries().forEach((key, entry) -> {
            if (!keys.contains(key)) {
                findings.report(entry.mark(), unknown(key, what, keys));
            }
        });
        return new Section(branch, what, true, findings);
    }

    /** Opens a part that may be absent; an absent part has no keys, and none is missing in it. */
    public static Section of(Optional<Tree> tree, Section within, String what, Set<String> keys) {
        return tree.map(value -> of(value, what, keys, within.findings))
                .orElseGet(() -> new Section(new Branch(within.mark(), Map.of()), what, false, within.findings));
    }

    /** Opens a map whose keys are its author's own. */
    public static Section open(Tree tree, String what, Findings findings) {
        Set<String> keys = tree instanceof Branch branch ? branch.entries().keySet() : Set.of();
        return of(tree, what, keys, findings);
    }

    private static String unknown(String key, String what, Set<String> keys) {
        String hint = Nearest.hint(key, keys);
        return "`" + key + "` is not a key of " + what + (hint.isEmpty() ? "; its keys are " + names(keys) + "." : ".")
                + hint;
    }

    private static String names(Set<String> keys) {
        return String.join(", ", new TreeSet<>(keys));
    }

    /** Where the map starts. */
    public Mark mark() {
        return branch.mark();
    }

    /** The place of a key; the start of the map where it is absent. */
    public Mark mark(String key) {
        return Optional.ofNullable(branch.entries().get(key))
                .map(Branch.Entry::mark)
                .orElse(branch.mark());
    }

    /** True where the key is there with a value. */
    public boolean has(String key) {
        return tree(key).isPresent();
    }

    /** True where the key is there, with or without a value. */
    public boolean names(String key) {
        return branch.entries().containsKey(key);
    }

    /** The value of a key, of any kind. */
    public Optional<Tree> tree(String key) {
        return branch.value(key).filter(value -> !value.isNull());
    }

    /** The value of a key that must be there. */
    public Optional<Tree> required(String key) {
        Optional<Tree> value = tree(key);
        if (value.isEmpty() && known) {
            findings.report(mark(key), "`" + key + "` is missing in " + what + ".");
        }
        return value;
    }

    /** The text of a key. */
    public Optional<Text> text(String key) {
        return tree(key).flatMap(value -> textOf(value, "`" + key + "`"));
    }

    /** The text of a key that must be there. */
    public Optional<Text> requiredText(String key) {
        return required(key).flatMap(value -> textOf(value, "`" + key + "`"));
    }

    /** The text of a key as one of a few words; a finding where it is another. */
    public Optional<String> word(String key, Set<String> words) {
        return text(key).flatMap(value -> {
            if (words.contains(value.text())) {
                return Optional.of(value.text());
            }
            String hint = Nearest.hint(value.text(), words);
            findings.report(
                    value.mark(),
                    "`" + key + "` is `" + value.text() + "`, but must be " + (words.size() == 1 ? "" : "one of ")
                            + names(words) + "." + hint);
            return Optional.empty();
        });
    }

    /** True or false; the default where the key is absent. */
    public boolean flag(String key, boolean otherwise) {
        return word(key, Set.of("true", "false")).map(Boolean::parseBoolean).orElse(otherwise);
    }

    /** A list of texts; a single text counts as a list of one. */
    public List<Text> texts(String key) {
        Optional<Tree> value = tree(key);
        if (value.isEmpty()) {
            return List.of();
        }
        List<Text> texts = new ArrayList<>();
        List<Tree> items = value.get() instanceof Sequence list ? list.items() : List.of(value.get());
        items.forEach(item -> textOf(item, "An entry of `" + key + "`").ifPresent(texts::add));
        return texts;
    }

    /** The items of a list. */
    public List<Tree> items(String key) {
        return tree(key)
                .map(value -> {
                    if (value instanceof Sequence list) {
                        return list.items();
                    }
                    findings.report(value.mark(), "`" + key + "` is " + value.kind() + ", but must be a list.");
                    return List.<Tree>of();
                })
                .orElse(List.of());
    }

    /** The entries of a map with keys of its author's own. */
    public Map<String, Branch.Entry> entries(String key) {
        return tree(key)
                .map(value -> {
                    if (value instanceof Branch map) {
                        return map.entries();
                    }
                    findings.report(value.mark(), "`" + key + "` is " + value.kind() + ", but must be a map.");
                    return Map.<String, Branch.Entry>of();
                })
                .orElse(Map.of());
    }

    /** All entries, in the order of the file. */
    public Map<String, Branch.Entry> entries() {
        return branch.entries();
    }

    /** All entries as texts, in the order of the file. */
    public Map<String, Text> texts() {
        Map<String, Text> texts = new LinkedHashMap<>();
        branch.entries()
                .forEach((name, entry) ->
                        textOf(entry.value(), "`" + name + "`").ifPresent(text -> texts.put(name, text)));
        return texts;
    }

    /** The entries of a map of texts with keys of its author's own, in the order of the file. */
    public Map<String, Text> textEntries(String key) {
        Map<String, Text> texts = new LinkedHashMap<>();
        entries(key)
                .forEach((name, entry) -> textOf(entry.value(), "`" + name + "` under `" + key + "`")
                        .ifPresent(text -> texts.put(name, text)));
        return texts;
    }

    private Optional<Text> textOf(Tree value, String name) {
        if (value instanceof Text text) {
            return Optional.of(text);
        }
        findings.report(value.mark(), name + " is " + value.kind() + ", but must be a text.");
        return Optional.empty();
    }
}
