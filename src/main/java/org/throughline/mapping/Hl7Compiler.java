package org.throughline.mapping;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.format.hl7.Hl7Kinds;
import org.throughline.format.hl7.Hl7Setting;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Mark;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Text;

/** Compiles a bundle of HL7 messages: which types belong to which kind, and what is agreed about their bytes. */
final class Hl7Compiler implements KindsCompiler {
    private static final String KINDS = "kinds";
    private static final String LENGTH = "longest_message";
    private static final int SHORTEST = 1_000;
    private static final int LONGEST = 64_000_000;

    @Override
    public Set<String> bundleKeys() {
        return Set.of(KINDS, LENGTH, "encoding");
    }

    @Override
    public Kinds kinds(Section bundle, Findings findings) {
        Hl7Setting setting = new Hl7Setting(DelimitedCompiler.encodings(bundle, findings), length(bundle, findings));
        Map<String, Set<String>> kinds = types(bundle, findings);
        return new Kinds(new Hl7Kinds(setting, kinds), member -> {
            if (!kinds.containsKey(member)) {
                findings.report(
                        bundle.mark(KINDS),
                        "The member `" + member + "` is not among `kinds`; say which types of message it takes.");
            }
            return new Hl7MessageCompiler(setting, kinds.getOrDefault(member, Set.of()));
        });
    }

    private static int length(Section bundle, Findings findings) {
        Optional<Text> stated = bundle.text(LENGTH);
        if (stated.isEmpty()) {
            return Hl7Setting.USUAL_LENGTH;
        }
        String text = stated.get().text();
        int length = text.matches("\\d{4,8}") ? Integer.parseInt(text) : 0;
        if (length < SHORTEST || length > LONGEST) {
            findings.report(stated.get().mark(), "`longest_message` must be a number of bytes from 1000 to 64000000.");
            return Hl7Setting.USUAL_LENGTH;
        }
        return length;
    }

    private static Map<String, Set<String>> types(Section bundle, Findings findings) {
        Map<String, Set<String>> kinds = new LinkedHashMap<>();
        Map<String, Mark> known = new LinkedHashMap<>();
        bundle.required(KINDS)
                .map(tree -> Section.open(tree, "`kinds`", findings))
                .ifPresent(section -> bundle.entries(KINDS).forEach((kind, entry) -> {
                    Set<String> types = new LinkedHashSet<>();
                    section.texts(kind).forEach(type -> {
                        check(type, known, findings);
                        types.add(type.text());
                    });
                    kinds.put(kind, types);
                }));
        return kinds;
    }

    private static void check(Text type, Map<String, Mark> known, Findings findings) {
        if (!Hl7Kinds.isType(type.text())) {
            findings.report(
                    type.mark(),
                    "`" + type.text() + "` is no type of message; write type and event as in ADT^A01 (MSH-9).");
        }
        Mark before = known.putIfAbsent(type.text(), type.mark());
        if (before != null) {
            findings.report(
                    type.mark(),
                    "The type `" + type.text() + "` is named twice; the first is on line " + before.line() + ".");
        }
    }
}
