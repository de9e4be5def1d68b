package org.throughline.crash;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a statement does to the tables that outlive it, in a few words. */
final class Sql {
    private static final Pattern WRITE = Pattern.compile(
            "\\b(insert\\s+into|update|delete\\s+from|copy|merge\\s+into|truncate)\\s+\"?([a-z]+\"?\\.\"?[a-z_]+)\"?");

    private Sql() {}

    /** The writes of a statement, such as insert intake.submission; none where it only reads. */
    static Set<String> writes(String statement) {
        Set<String> writes = new TreeSet<>();
        Matcher found = WRITE.matcher(statement.toLowerCase(Locale.ROOT));
        while (found.find()) {
            writes.add(found.group(1).split("\\s")[0] + " " + found.group(2).replace("\"", ""));
        }
        return writes;
    }

    /** The word that begins or ends a transaction, where the statement is one. */
    static Optional<String> transaction(String statement) {
        String word = statement.strip().toLowerCase(Locale.ROOT).split("[\\s;]+", 2)[0];
        return Optional.of(word).filter(Set.of("begin", "commit", "rollback")::contains);
    }
}
