package org.throughline.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.canonical.Field;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Sequence;
import org.throughline.mapping.yaml.Text;
import org.throughline.mapping.yaml.Tree;

/** Compiles keys, and the references to the keys of other records. */
final class KeyCompiler {

    private final Names names;
    private final Findings findings;
    private final KeyShapes shapes;
    private final Map<List<KeyPart>, KeyRule> known = new HashMap<>();

    KeyCompiler(Names names, KeyShapes shapes) {
        this.names = names;
        this.findings = names.findings();
        this.shapes = shapes;
    }

    /** A key: one part or a list of parts, each a field, a fact or a constant. */
    Optional<KeyRule> key(Tree tree) {
        List<Tree> items = tree instanceof Sequence list ? list.items() : List.of(tree);
        List<KeyPart> parts = new ArrayList<>();
        items.forEach(item -> part(item).ifPresent(parts::add));
        if (items.isEmpty()) {
            findings.report(tree.mark(), "The key has no part; name a field.");
        }
        return parts.isEmpty() || parts.size() < items.size() ? Optional.empty() : Optional.of(known(parts));
    }

    /** One rule for equal keys: a row works out each of them once. */
    private KeyRule known(List<KeyPart> parts) {
        return known.computeIfAbsent(parts, any -> new KeyRule(any, known.size()));
    }

    /** The key of the record that a field refers to. */
    Optional<KeyRule> reference(Field field, Tree tree) {
        Optional<KeyRule> key = key(tree);
        key.ifPresent(rule -> shapes.refers(field, tree.mark(), rule.parts().size()));
        return key;
    }

    private Optional<KeyPart> part(Tree item) {
        if (item instanceof Text text) {
            return names.named(text).map(named -> new KeyPart(Optional.of(named), ""));
        }
        Section section = Section.of(item, "a constant part of a key", Set.of("value"), findings);
        return section.requiredText("value").map(text -> new KeyPart(Optional.empty(), text.text()));
    }
}
