package org.throughline.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.mapping.yaml.Branch;
import org.throughline.mapping.yaml.Mark;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Sequence;
import org.throughline.mapping.yaml.Text;
import org.throughline.mapping.yaml.Tree;

/**
 * A field in its author's own words, for whoever is told about it.
 *
 * @param formats how days are written
 * @param pii what it tells about who somebody is
 * @param constraints in the words of Frictionless Table Schema
 */
record FieldWords(List<String> formats, Optional<String> pii, Map<String, List<String>> constraints, Mark mark) {

    FieldWords {
        formats = List.copyOf(formats);
        constraints = Collections.unmodifiableMap(new LinkedHashMap<>(constraints));
    }

    /** Finds nothing wrong: what is, is told where the field is compiled. */
    static FieldWords of(Section field) {
        Map<String, List<String>> constraints = new LinkedHashMap<>();
        if (field.tree("constraints").orElse(null) instanceof Branch branch) {
            branch.entries().forEach((name, entry) -> constraints.put(name, texts(entry.value())));
        }
        List<String> formats = field.tree("format").map(FieldWords::texts).orElse(List.of());
        Optional<String> pii =
                field.tree("pii").flatMap(tree -> texts(tree).stream().findFirst());
        return new FieldWords(formats, pii, constraints, field.mark());
    }

    private static List<String> texts(Tree tree) {
        if (tree instanceof Text text) {
            return List.of(text.text());
        }
        return tree instanceof Sequence list
                ? list.items().stream().flatMap(item -> texts(item).stream()).toList()
                : List.of();
    }
}
