package org.throughline.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.throughline.profile.ColumnProfile;
import org.throughline.profile.HeaderWords;
import org.throughline.profile.PersonalKind;

/** Finds the fields that a column may become, by its name, its values and what other mappings call such a column. */
final class Candidates {
    private static final Pattern NUMBERED = Pattern.compile("column_\\d+");
    private static final HeaderWords NO_WORDS = new HeaderWords(List.of());
    private static final double SAME = 0.9;
    private static final double MISFIT = 0.4;
    private static final double UNKNOWN = 0.9;
    private static final double PER_MAPPING = 0.05;
    private static final int MOST_MAPPINGS = 3;
    private static final double BY_SHAPE = 0.7;
    private static final double BY_CODES = 0.2;

    private static final Map<PersonalKind, String> SHAPED = Map.of(
            PersonalKind.SSN, "client_record.ssn",
            PersonalKind.EMAIL, "client_record.email",
            PersonalKind.PHONE, "client_record.phone");

    private final Map<String, List<HeaderWords>> words = Synonyms.all();
    private final KnownUses known;
    private final CodeMatcher codes;

    Candidates(KnownUses known, CodeMatcher codes) {
        this.known = known;
        this.codes = codes;
    }

    /** The fields worth naming, the best first. */
    List<Candidate> of(ColumnProfile column) {
        TreeSet<String> targets = new TreeSet<>(words.keySet());
        known.all().stream()
                .map(KnownUses.Known::target)
                .filter(target -> !target.endsWith(".key"))
                .forEach(targets::add);
        return targets.stream()
                .map(target -> candidate(column, target))
                .filter(candidate -> candidate.confidence() >= Candidate.NAMED)
                .sorted(Comparator.comparing(Candidate::confidence).reversed())
                .toList();
    }

    private Candidate candidate(ColumnProfile column, String name) {
        Target target = Target.of(name);
        HeaderWords header = NUMBERED.matcher(column.name()).matches() ? NO_WORDS : column.words();
        double own = best(header, words.getOrDefault(name, List.of()));
        double likeness = own;
        List<String> said = new ArrayList<>();
        TreeSet<String> mappings = new TreeSet<>();
        for (KnownUses.Known use : known.of(name)) {
            double theirs = best(header, use.names());
            likeness = Math.max(likeness, theirs);
            if (theirs >= SAME) {
                mappings.add(use.mapping());
            }
        }
        said.add(String.format(java.util.Locale.ROOT, "header %.2f", likeness));
        if (!mappings.isEmpty()) {
            said.add(used(mappings));
        }
        double confidence = likeness == 0 ? 0 : likeness + PER_MAPPING * Math.min(MOST_MAPPINGS, mappings.size());
        return weighed(column, target, confidence, said);
    }

    private Candidate weighed(ColumnProfile column, Target target, double byName, List<String> said) {
        double confidence = byName;
        if (confidence >= Candidate.NAMED && codes.knows(column, target)) {
            confidence += BY_CODES;
            said.add("its words are known as codes");
        }
        boolean shaped = column.personal()
                .map(SHAPED::get)
                .filter(target.toString()::equals)
                .isPresent();
        if (shaped) {
            confidence = Math.max(confidence + 0.1, BY_SHAPE);
            said.add("values of that shape");
        }
        if (column.filled() == 0) {
            confidence *= UNKNOWN;
            said.add("always empty");
        } else if (!target.takes(column)) {
            confidence *= MISFIT;
            said.add("but its values do not fit");
        } else {
            said.add(column.type().why());
        }
        return new Candidate(target, confidence, String.join(", ", said));
    }

    private static String used(TreeSet<String> mappings) {
        String first = mappings.stream().limit(2).collect(Collectors.joining(", "));
        return mappings.size() == 1
                ? "called so in " + first
                : "called so in " + mappings.size() + " mappings (" + first + (mappings.size() > 2 ? ", ..." : "")
                        + ")";
    }

    private static double best(HeaderWords header, List<HeaderWords> names) {
        return names.stream().mapToDouble(header::likeness).max().orElse(0);
    }
}
