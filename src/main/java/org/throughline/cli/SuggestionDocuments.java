package org.throughline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.profile.ColumnProfile;
import org.throughline.profile.PersonalKind;
import org.throughline.suggest.Suggestion;

/** How a draft is told of. */
final class SuggestionDocuments {

    private SuggestionDocuments() {}

    static Map<String, Object> document(Suggestion suggestion, List<Path> written) {
        return Document.of("mapping", suggestion.id())
                .with("files", written.stream().map(Path::toString).toList())
                .with("format", suggestion.sample().format().word())
                .with("records", suggestion.sample().records())
                .with("broken", suggestion.sample().broken())
                .with("more", suggestion.sample().more())
                .with("repeated_keys", suggestion.repeated())
                .with("compiles", suggestion.problems().isEmpty())
                .with(
                        "problems",
                        suggestion.problems().stream()
                                .map(Diagnostics::document)
                                .toList())
                .with(
                        "columns",
                        suggestion.sample().columns().stream()
                                .map(column -> column(suggestion, column))
                                .toList())
                .map();
    }

    private static Map<String, Object> column(Suggestion suggestion, ColumnProfile column) {
        return Document.of("column", column.name())
                .with("filled", column.filled())
                .with("distinct", column.distinct())
                .with("more_distinct", column.more())
                .with("shortest", column.shortest())
                .with("longest", column.longest())
                .with("shapes", column.shapes())
                .with("type", column.type().type().word())
                .with("formats", column.type().formats())
                .with("ambiguous", column.type().ambiguous())
                .with("misfits", column.type().misfits())
                .with("missing", column.missing())
                .with("pii", column.personal().map(PersonalKind::word))
                .with("codes", column.codes())
                .with("becomes", Optional.ofNullable(suggestion.decided().get(column.name())))
                .with("left", Optional.ofNullable(suggestion.left().get(column.name())))
                .with("open_codes", Optional.ofNullable(suggestion.open().get(column.name())))
                .map();
    }

    static List<String> lines(Suggestion suggestion, List<Path> written) {
        List<String> lines = new ArrayList<>();
        written.forEach(file -> lines.add("wrote " + file));
        lines.addAll(found(suggestion));
        suggestion.problems().forEach(problem -> lines.add("  wrong " + problem));
        lines.add(end(suggestion.id(), suggestion.problems().isEmpty()));
        return lines;
    }

    /** What was found out of a sample. */
    static List<String> found(Suggestion suggestion) {
        List<String> lines = new ArrayList<>();
        lines.add(suggestion.id() + ": " + suggestion.sample().format().word() + ", "
                + Counted.of(suggestion.sample().records(), "record") + " read, "
                + Counted.of(suggestion.decided().size(), "column") + " taken, "
                + suggestion.left().size() + " left to decide");
        suggestion.decided().forEach((column, reason) -> lines.add("  taken " + column + ": " + reason));
        suggestion.left().forEach((column, reason) -> lines.add("  left  " + column + ": " + reason));
        suggestion.open().forEach((column, codes) -> lines.add("  codes " + column + ": not decided " + codes));
        if (suggestion.repeated() > 0) {
            lines.add("  key   stands twice in " + Counted.of(suggestion.repeated(), "record"));
        }
        return lines;
    }

    static String end(String id, boolean compiles) {
        return compiles
                ? "The draft compiles. Read it line by line; then: " + next(id)
                : "The draft does not compile until its author has decided what is named above.";
    }

    private static String next(String id) {
        String apply = id.contains("/") ? ", partner apply " + id.substring(0, id.indexOf('/')) : "";
        return "mapping check " + id + apply + ", and feed run " + id + " --file FILE";
    }
}
