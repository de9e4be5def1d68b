package org.throughline.format.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a part of a workbook says that its other parts are (ECMA-376, part 2, 6.5). Targets outside are never followed. */
final class Relations {
    private static final int MOST = 10_000;

    private final Map<String, Target> byId = new LinkedHashMap<>();

    private Relations() {}

    /** A part, and what it is: the last word of the type, which transitional and strict share. */
    private record Target(String kind, String part) {}

    /**
     * Reads the relations of a part.
     *
     * @param part the part they belong to; empty text for the workbook as a whole
     */
    static Relations of(WorkbookFile file, String part) throws IOException {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        String name = folder + "_rels/" + part.substring(slash) + ".rels";
        Relations relations = new Relations();
        if (file.has(name)) {
            try (PartXml xml = file.open(name)) {
                relations.read(xml, folder, file.refusal());
            }
        }
        return relations;
    }

    private void read(PartXml xml, String folder, Refusal refusal) throws IOException {
        while (xml.next()) {
            boolean inside = xml.starts()
                    && xml.name().equals("Relationship")
                    && !xml.attribute("TargetMode").equalsIgnoreCase("External");
            if (inside) {
                String type = xml.attribute("Type");
                String kind = type.substring(type.lastIndexOf('/') + 1);
                byId.put(xml.attribute("Id"), new Target(kind, resolved(folder, xml.attribute("Target"))));
            }
            if (byId.size() > MOST) {
                throw refusal.refused(String.format("A part of the workbook names more than %,d others.", MOST));
            }
        }
    }

    /** The name of a part as the zip has it; a part is looked up among the entries only, so that no path leads outside. */
    private static String resolved(String folder, String target) {
        List<String> steps = new ArrayList<>();
        String path = target.startsWith("/") ? target.substring(1) : folder + target;
        for (String step : path.split("/")) {
            if (step.equals("..")) {
                steps.subList(Math.max(0, steps.size() - 1), steps.size()).clear();
            } else if (!step.equals(".") && !step.isEmpty()) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    /** The part of the first relation of this kind. */
    Optional<String> first(String kind) {
        return byId.values().stream()
                .filter(target -> target.kind().equals(kind))
                .map(Target::part)
                .findFirst();
    }

    /** The part of a relation, where it is of this kind. */
    Optional<String> part(String id, String kind) {
        return Optional.ofNullable(byId.get(id))
                .filter(target -> target.kind().equals(kind))
                .map(Target::part);
    }
}
