package org.throughline.suggest;

import java.util.List;
import java.util.Optional;
import org.throughline.canonical.Entity;
import org.throughline.profile.ColumnProfile;

/**
 * A column with all that it may become.
 *
 * @param candidates the best first
 * @param formats how its days are written, as far as that is known
 */
record Considered(ColumnProfile column, List<Candidate> candidates, List<String> formats) {

    /** True where nobody knows which day its values mean. */
    boolean undecidedDays() {
        return formats.size() > 1;
    }

    /** What it becomes in a kind of record, if that is certain enough. */
    Optional<Candidate> in(Entity entity) {
        return candidates.stream()
                .filter(candidate -> candidate.target().entity() == entity && candidate.taken())
                .filter(candidate -> !candidate.target().field().equals("key"))
                .findFirst();
    }

    /** True where it is surely the sender's own number of a client. */
    Optional<Candidate> client() {
        return candidates.stream()
                .filter(candidate -> candidate.target().equals(Target.CLIENT))
                .findFirst();
    }

    /** How much speaks for a target; 0 where nothing does. */
    double confidence(Target target) {
        return candidates.stream()
                .filter(candidate -> candidate.target().equals(target))
                .mapToDouble(Candidate::confidence)
                .max()
                .orElse(0);
    }

    /** True where its name says that it numbers something. */
    boolean numbers() {
        return column.words().hasAny(java.util.Set.of("id", "number", "key", "identifier"))
                && column.personal().isEmpty();
    }
}
