package org.throughline.mapping;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.throughline.canonical.Entity;
import org.throughline.canonical.Field;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Mark;

/** How many parts the keys of each entity have in one mapping, and how many parts are referred to. */
final class KeyShapes {

    private final Map<Entity, Set<Integer>> written = new EnumMap<>(Entity.class);
    private final List<Reference> references = new ArrayList<>();

    private record Reference(Field field, Mark mark, int parts) {}

    void writes(Entity entity, int parts) {
        written.computeIfAbsent(entity, any -> new TreeSet<>()).add(parts);
    }

    void refers(Field field, Mark mark, int parts) {
        references.add(new Reference(field, mark, parts));
    }

    /** Reports references that cannot meet any key of the entity that the same mapping writes. */
    void check(Findings findings) {
        for (Reference reference : references) {
            Set<Integer> known = reference
                    .field()
                    .parent()
                    .flatMap(Entity::named)
                    .map(written::get)
                    .orElse(null);
            if (known != null && !known.contains(reference.parts())) {
                findings.report(
                        reference.mark(),
                        "`" + reference.field().name() + "` refers to a "
                                + reference.field().parent().orElse("")
                                + " by " + parts(reference.parts()) + ", but this mapping writes its key with "
                                + known.stream().map(KeyShapes::parts).collect(Collectors.joining(" or ")) + ".");
            }
        }
    }

    private static String parts(int count) {
        return count + (count == 1 ? " part" : " parts");
    }
}
