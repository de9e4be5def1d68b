package org.throughline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.throughline.format.zip.Bundle;
import org.throughline.format.zip.Limits;
import org.throughline.suggest.BundleRequest;
import org.throughline.suggest.BundleSuggester;
import org.throughline.suggest.BundleSuggestion;

/** Drafts the mapping of an archive, and tells of it. */
final class BundleDraft {
    private final BundleSuggestion suggestion;
    private final List<Path> written;

    private BundleDraft(BundleSuggestion suggestion, List<Path> written) {
        this.suggestion = suggestion;
        this.written = List.copyOf(written);
    }

    static BundleDraft of(Parts parts, Path file, DraftFiles files, Function<Bundle, BundleRequest> request)
            throws IOException {
        try (Bundle archive = Bundle.open(file, Limits.usual())) {
            BundleSuggestion suggestion = new BundleSuggester(parts.mappings()).suggest(request.apply(archive));
            return new BundleDraft(suggestion, files.write(suggestion));
        }
    }

    boolean compiles() {
        return suggestion.problems().isEmpty();
    }

    Map<String, Object> document() {
        return Document.of("mapping", suggestion.id())
                .with("files", written.stream().map(Path::toString).toList())
                .with("format", "zip")
                .with("compiles", compiles())
                .with(
                        "problems",
                        suggestion.problems().stream()
                                .map(Diagnostics::document)
                                .toList())
                .with(
                        "members",
                        suggestion.members().entrySet().stream()
                                .map(member -> Document.of("file", member.getKey())
                                        .with("parents", parents(member.getKey()))
                                        .with("draft", SuggestionDocuments.document(member.getValue(), List.of()))
                                        .map())
                                .toList())
                .with("not_taken", suggestion.notTaken())
                .map();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        written.forEach(file -> lines.add("wrote " + file));
        suggestion.members().forEach((file, member) -> {
            lines.addAll(SuggestionDocuments.found(member));
            parents(file).forEach(reason -> lines.add("  parent " + reason));
        });
        suggestion.notTaken().forEach((file, reason) -> lines.add("not taken " + file + ": " + reason));
        suggestion.problems().forEach(problem -> lines.add("wrong " + problem));
        lines.add(SuggestionDocuments.end(suggestion.id(), compiles()));
        return lines;
    }

    private List<String> parents(String file) {
        return suggestion.parents().getOrDefault(file, List.of());
    }
}
