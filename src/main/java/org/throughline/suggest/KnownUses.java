package org.throughline.suggest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.throughline.canonical.Entity;
import org.throughline.mapping.Compilation;
import org.throughline.mapping.MappingCatalog;
import org.throughline.mapping.MappingCompiler;
import org.throughline.mapping.MappingSource;
import org.throughline.mapping.Outline;
import org.throughline.profile.HeaderWords;

/** What the mappings that are here already call each canonical field, and how they turn codes into ours. */
final class KnownUses {
    private final List<Known> uses = new ArrayList<>();
    private final Map<String, String> lists = new LinkedHashMap<>();

    /**
     * A column of another mapping that becomes a canonical field by itself.
     *
     * @param names every name that the column may have
     */
    record Known(String mapping, String target, List<HeaderWords> names, Optional<Outline.Codes> codes) {}

    private KnownUses() {}

    /** Those of all mappings that compile. */
    static KnownUses of(MappingCatalog catalog) {
        KnownUses known = new KnownUses();
        MappingCompiler compiler = new MappingCompiler();
        for (String id : catalog.ids()) {
            catalog.find(id).ifPresent(source -> known.add(source, compiler.compile(source)));
        }
        return known;
    }

    private void add(MappingSource source, Compilation compilation) {
        source.files().forEach((path, text) -> {
            if (path.startsWith("codes/")) {
                lists.putIfAbsent(path.substring("codes/".length(), path.length() - ".yaml".length()), text);
            }
        });
        compilation.mapping().map(Outline::of).ifPresent(this::add);
    }

    private void add(Outline outline) {
        for (Outline.Table table : outline.tables()) {
            for (Outline.Use use : table.uses()) {
                if (use.fields().size() == 1) {
                    Outline.Column column = table.columns(use).get(0);
                    List<HeaderWords> names = Stream.concat(Stream.of(column.column()), column.aka().stream())
                            .map(HeaderWords::of)
                            .toList();
                    uses.add(new Known(outline.id(), target(use), names, use.codes()));
                }
            }
        }
    }

    private static String target(Outline.Use use) {
        return use.target().equals("client_key") ? Target.CLIENT.toString() : use.entity() + "." + use.target();
    }

    /** The columns that become a target somewhere. */
    List<Known> of(String target) {
        return uses.stream().filter(use -> use.target().equals(target)).toList();
    }

    /** All of them. */
    List<Known> all() {
        return uses.stream()
                .filter(use -> Synonyms.DRAFTED.contains(
                        Entity.named(use.target().substring(0, use.target().indexOf('.')))
                                .orElseThrow()))
                .toList();
    }

    /** Every word that some mapping takes for a code. */
    Set<String> codes() {
        return uses.stream()
                .flatMap(use -> use.codes().stream())
                .flatMap(codes -> codes.table().keySet().stream())
                .collect(Collectors.toSet());
    }

    /** The text of a shared code list. */
    Optional<String> list(String name) {
        return Optional.ofNullable(lists.get(name));
    }
}
