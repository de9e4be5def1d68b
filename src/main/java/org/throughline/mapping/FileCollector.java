package org.throughline.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.throughline.mapping.yaml.Branch;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Sequence;
import org.throughline.mapping.yaml.Text;
import org.throughline.mapping.yaml.Tree;
import org.throughline.mapping.yaml.YamlText;

/** Collects the texts of everything a mapping refers to. What is not there is left to the compiler to report. */
final class FileCollector {

    private final Function<String, Optional<String>> texts;
    private final Map<String, String> files = new LinkedHashMap<>();

    FileCollector(Function<String, Optional<String>> texts) {
        this.texts = texts;
    }

    Map<String, String> collect(String root) {
        Optional<Tree> tree = file(root);
        tree.flatMap(feed -> value(feed, "bundle"))
                .flatMap(bundle -> value(bundle, "members"))
                .filter(Sequence.class::isInstance)
                .ifPresent(members -> ((Sequence) members).items().forEach(member -> member(root, member)));
        return files;
    }

    private void member(String root, Tree member) {
        Optional<String> path = value(member, "mapping").flatMap(FileCollector::text);
        Optional<String> name =
                member instanceof Branch ? value(member, "file").flatMap(FileCollector::text) : text(member);
        path.or(() -> name.map(file -> BundleCompiler.path(root, file))).ifPresent(this::file);
    }

    private Optional<Tree> file(String path) {
        if (files.containsKey(path)) {
            return Optional.empty();
        }
        Optional<String> text = texts.apply(path);
        text.ifPresent(found -> files.put(path, found));
        Optional<Tree> tree = text.flatMap(found -> YamlText.read(path, found, new Findings()));
        tree.ifPresent(this::references);
        return tree;
    }

    private void references(Tree tree) {
        value(tree, "extends").flatMap(FileCollector::text).ifPresent(this::file);
        value(tree, "codes")
                .filter(Branch.class::isInstance)
                .ifPresent(codes -> ((Branch) codes).entries().values().forEach(entry -> codeList(entry.value())));
    }

    private void codeList(Tree set) {
        value(set, "use").flatMap(FileCollector::text).map(CodeLists::path).ifPresent(this::file);
    }

    private static Optional<String> text(Tree tree) {
        return tree instanceof Text text ? Optional.of(text.text()) : Optional.empty();
    }

    private static Optional<Tree> value(Tree tree, String key) {
        return tree instanceof Branch branch ? branch.value(key) : Optional.empty();
    }
}
