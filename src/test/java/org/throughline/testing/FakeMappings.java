package org.throughline.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.throughline.mapping.Compilation;
import org.throughline.mapping.Diagnostic;
import org.throughline.mapping.Mapping;
import org.throughline.mapping.MappingCatalog;
import org.throughline.mapping.MappingSource;

/** Mappings by name only: those that compile, and those that do not. */
public final class FakeMappings implements MappingCatalog {
    private final Set<String> sound;
    private final Set<String> broken;

    /** A catalog of these mappings. */
    public FakeMappings(Set<String> sound, Set<String> broken) {
        this.sound = Set.copyOf(sound);
        this.broken = Set.copyOf(broken);
    }

    @Override
    public Optional<MappingSource> find(String id) {
        return ids().contains(id)
                ? Optional.of(new MappingSource(id, id + ".yaml", Map.of(id + ".yaml", "")))
                : Optional.empty();
    }

    @Override
    public List<String> ids() {
        Set<String> all = new TreeSet<>(sound);
        all.addAll(broken);
        return List.copyOf(all);
    }

    /** Sound mappings compile to one without members; broken ones have one problem. */
    public Compilation compile(MappingSource source) {
        return broken.contains(source.id())
                ? new Compilation(
                        Optional.empty(),
                        List.of(new Diagnostic(
                                source.root(), 3, 5, "The key sorce is not known. Did you mean source?")))
                : new Compilation(Optional.of(mapping(source)), List.of());
    }

    private static Mapping mapping(MappingSource source) {
        return new Mapping(source.id(), "Fake", source, null, List.of(), Optional.empty());
    }
}
