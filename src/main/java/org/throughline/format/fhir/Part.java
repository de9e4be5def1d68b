package org.throughline.format.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** An element of a resource: a single value, or elements by name, each of which may repeat. */
final class Part {
    private final String text;
    private final Map<String, List<Part>> parts = new LinkedHashMap<>();

    private Part(String text) {
        this.text = text;
    }

    static Part of(String text) {
        return new Part(text);
    }

    static Part group() {
        return new Part("");
    }

    /** The value, as it is written; empty for a group and for null. */
    String text() {
        return text;
    }

    /** The repetitions of an element; none where it does not stand here. */
    List<Part> all(String name) {
        return parts.getOrDefault(name, List.of());
    }

    void add(String name, Part part) {
        parts.computeIfAbsent(name, any -> new ArrayList<>()).add(part);
    }

    /** The parts that a path chooses. */
    List<Part> find(List<FhirPath.Step> steps) {
        List<Part> found = List.of(this);
        for (FhirPath.Step step : steps) {
            List<Part> next = new ArrayList<>();
            found.forEach(part -> next.addAll(choose(part.all(step.name()), step.selectors())));
            found = next;
        }
        return found;
    }

    private static List<Part> choose(List<Part> repetitions, List<FhirPath.Selector> selectors) {
        List<Part> chosen = repetitions;
        for (FhirPath.Selector selector : selectors) {
            if (selector instanceof FhirPath.At at) {
                chosen = at.index() < chosen.size() ? List.of(chosen.get(at.index())) : List.of();
            } else if (selector instanceof FhirPath.Where where) {
                List<Part> having =
                        chosen.stream().filter(part -> part.has(where)).toList();
                chosen = having.isEmpty() && where.preferred() ? chosen : having;
            }
        }
        return chosen;
    }

    private boolean has(FhirPath.Where where) {
        List<FhirPath.Step> steps = where.path().stream()
                .map(name -> new FhirPath.Step(name, List.of()))
                .toList();
        return find(steps).stream().anyMatch(part -> part.text().equals(where.value()));
    }

    boolean isGroup() {
        return !parts.isEmpty();
    }

    /** Gives every single value with its path, which has no positions. */
    void leaves(String path, BiConsumer<String, Part> taker) {
        if (!isGroup()) {
            taker.accept(path, this);
            return;
        }
        parts.forEach((name, repetitions) -> {
            String inside = path.isEmpty() ? name : path + "." + name;
            repetitions.forEach(part -> part.leaves(inside, taker));
        });
    }

    /** Names no value. */
    @Override
    public String toString() {
        return "Part[" + parts.keySet() + "]";
    }
}
