package org.throughline.format.fhir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.format.UnreadableException;
import org.throughline.problem.Place;
import org.throughline.problem.ProblemCode;

/** Values of the resources that others name by reference, kept from the first pass: those that the mapping asks for, no more. */
final class References {
    static final int LIMIT = 64_000_000;

    private final Set<FhirPath.Target> targets = new HashSet<>();
    private final Map<String, Map<FhirPath.Target, String>> values = new HashMap<>();
    private final String member;
    private long characters;

    References(List<FhirPath> paths, String member) {
        this.member = member;
        paths.forEach(path -> path.target().ifPresent(targets::add));
    }

    boolean wants(String kind) {
        return targets.stream().anyMatch(target -> target.kind().equals(kind));
    }

    /** Keeps what is asked for, under the resource's type and id, and under its URL. */
    void keep(FhirResource resource, Part tree) throws UnreadableException {
        if (!wants(resource.kind())) {
            return;
        }
        Map<FhirPath.Target, String> wanted = new HashMap<>();
        for (FhirPath.Target target : targets) {
            List<Part> found = target.kind().equals(resource.kind())
                    ? tree.find(target.path().steps())
                    : List.of();
            if (found.size() == 1) {
                wanted.put(target, found.get(0).text());
            }
        }
        put(resource.url(), wanted);
        for (Part id : tree.all("id")) {
            put(resource.kind() + "/" + id.text(), wanted);
        }
    }

    private void put(String name, Map<FhirPath.Target, String> wanted) throws UnreadableException {
        if (name.isEmpty()) {
            return;
        }
        values.put(name, wanted);
        characters += name.length()
                + 64L
                + wanted.values().stream().mapToInt(String::length).sum();
        if (characters > LIMIT) {
            throw JsonText.stop(
                    ProblemCode.FIELD_TOO_LONG,
                    Place.member(member),
                    "More resources are named by reference than fit into memory.");
        }
    }

    /** The value of the resource that this reference names; empty where it is not in the file. */
    Optional<String> value(Part reference, FhirPath.Target target) {
        return reference.all("reference").stream()
                .map(Part::text)
                .map(name -> values.containsKey(name) ? name : local(name))
                .filter(values::containsKey)
                .findFirst()
                .map(name -> values.get(name).getOrDefault(target, ""));
    }

    /** The type and id at the end of an absolute URL, without a version. */
    private static String local(String url) {
        String bare = url.replaceFirst("/_history/[^/]*$", "");
        String[] parts = bare.split("/");
        return parts.length < 2 ? bare : parts[parts.length - 2] + "/" + parts[parts.length - 1];
    }
}
