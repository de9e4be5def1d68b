package org.throughline.suggest;

import java.util.List;
import java.util.Map;
import org.throughline.mapping.Diagnostic;

/**
 * The draft of a bundle: a file for the feed, and one for each member of which something was recognised.
 *
 * @param files name within the mapping's folder to text
 * @param members what was found out of each member, parents before children
 * @param parents member to the members whose records it names, with the reason
 * @param notTaken the other files of the archive, with the reason
 * @param problems what keeps the draft from compiling
 */
public record BundleSuggestion(
        String id,
        Map<String, String> files,
        Map<String, Suggestion> members,
        Map<String, List<String>> parents,
        Map<String, String> notTaken,
        List<Diagnostic> problems) {}
