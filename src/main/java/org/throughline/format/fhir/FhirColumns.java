package org.throughline.format.fhir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.throughline.format.UnreadableException;
import org.throughline.problem.Place;
import org.throughline.problem.ProblemCode;

/**
 * The columns of one kind: the paths that the mapping names, and the paths, without positions, of all values that none of
 * them takes.
 */
final class FhirColumns {
    static final int LIMIT = 10_000;

    private final Map<String, List<FhirPath>> agreed = new TreeMap<>();
    private final Set<String> seen = new TreeSet<>();
    private final References references;
    private final String member;

    FhirColumns(Set<String> agreed, String member) {
        agreed.forEach(text -> this.agreed.put(text, FhirPath.alternatives(text)));
        this.member = member;
        this.references = new References(
                this.agreed.values().stream().flatMap(List::stream).toList(), member);
    }

    References references() {
        return references;
    }

    /** What one resource has in its columns, or why that cannot be told. */
    record Cells(Map<String, String> byColumn, Optional<ResourceCheck.Fault> fault) {
        /** Names no value. */
        @Override
        public String toString() {
            return "Cells[" + byColumn.size() + "]";
        }
    }

    /** A later alternative takes its value too: where a reference leads is not known before the second pass. */
    Cells cells(Part tree) {
        Map<String, String> cells = new LinkedHashMap<>();
        Set<Part> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        List<ResourceCheck.Fault> faults = new ArrayList<>();
        agreed.forEach((text, paths) -> {
            boolean led = false;
            for (FhirPath path : paths) {
                List<Part> found = tree.find(path.steps());
                taken.addAll(path.target().isPresent() ? references(found) : found);
                led = led || take(text, path, found, new Taking(cells, faults));
            }
        });
        tree.leaves("", (path, leaf) -> {
            if (!taken.contains(leaf) && !path.equals("resourceType")) {
                cells.putIfAbsent(path, leaf.text());
            }
        });
        return new Cells(cells, faults.stream().findFirst());
    }

    private static List<Part> references(List<Part> found) {
        return found.stream().flatMap(part -> part.all("reference").stream()).toList();
    }

    private record Taking(Map<String, String> cells, List<ResourceCheck.Fault> faults) {}

    /** True where the path leads to a value, or to something that is wrong. */
    private boolean take(String text, FhirPath path, List<Part> found, Taking into) {
        if (found.isEmpty()) {
            return false;
        }
        if (found.size() > 1) {
            into.faults()
                    .add(new ResourceCheck.Fault(
                            text, "`" + text + "` stands " + found.size() + " times; the mapping must select one."));
            return true;
        }
        Optional<String> value = path.target().isPresent()
                ? references.value(found.get(0), path.target().get())
                : Optional.of(found.get(0).text());
        if (path.target().isEmpty() && found.get(0).isGroup()) {
            into.faults().add(new ResourceCheck.Fault(text, "`" + text + "` is no single value."));
        }
        value.filter(known -> !known.isEmpty()).ifPresent(known -> into.cells().put(text, known));
        return value.filter(known -> !known.isEmpty()).isPresent();
    }

    /** Notes the columns of a resource in the first pass. */
    void see(Cells cells) throws UnreadableException {
        seen.addAll(cells.byColumn().keySet());
        if (seen.size() > LIMIT) {
            throw JsonText.stop(
                    ProblemCode.COLUMNS_TOO_MANY,
                    Place.member(member),
                    String.format("There are more than %,d different paths.", LIMIT));
        }
    }

    /** All columns in order: those agreed, since a resource leaves out what it has no value for, and those seen. */
    List<String> header() {
        Set<String> all = new TreeSet<>(seen);
        all.addAll(agreed.keySet());
        return List.copyOf(all);
    }
}
