package org.throughline.suggest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.throughline.profile.YamlWord;

/** Writes the draft of a bundle's own file. */
final class BundleWriting {
    private final String id;
    private final Collection<String> members;
    private final Map<String, List<String>> parents;
    private final Map<String, String> notTaken;

    BundleWriting(
            String id, Collection<String> members, Map<String, List<String>> parents, Map<String, String> notTaken) {
        this.id = id;
        this.members = members;
        this.parents = parents;
        this.notTaken = notTaken;
    }

    String text() {
        List<String> lines = new ArrayList<>(DraftWriter.head(
                id,
                "# A draft from an archive. Every line here and in the files beside it is a suggestion with its reason;"
                        + " read each one."));
        lines.add("bundle:");
        lines.add("  format: zip");
        lines.add("  members:                      # parents before children");
        for (String member : members) {
            parents.getOrDefault(member, List.of()).forEach(reason -> lines.add("    # its " + reason));
            lines.add("    - " + YamlWord.of(member));
        }
        if (!notTaken.isEmpty()) {
            lines.add("  not_taken:                    # decide on each: take it, or give the reason why not");
            notTaken.forEach((name, reason) -> lines.add("    " + YamlWord.of(name) + ": " + YamlWord.of(reason)));
        }
        return String.join("\n", lines) + "\n";
    }
}
