package org.throughline.suggest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.throughline.mapping.Outline;
import org.throughline.mapping.yaml.Branch;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Sequence;
import org.throughline.mapping.yaml.Text;
import org.throughline.mapping.yaml.Tree;
import org.throughline.mapping.yaml.YamlText;
import org.throughline.profile.ColumnProfile;

/**
 * Turns a sender's codes into those of a shared list: by the same code, by the title of a code, or by what all other mappings
 * make of it. A number means what its sender says, so it is never taken from another sender.
 */
final class CodeMatcher {
    private final KnownUses known;

    CodeMatcher(KnownUses known) {
        this.known = known;
    }

    /** The shared code list that other mappings use for a field; empty where it takes any text. */
    Optional<String> list(Target target) {
        Map<String, Long> lists = known.of(target.toString()).stream()
                .flatMap(use -> use.codes().stream())
                .collect(Collectors.groupingBy(Outline.Codes::list, Collectors.counting()));
        return lists.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    /** True where most of a column's words are known to the list of a field. */
    boolean knows(ColumnProfile column, Target target) {
        return !column.codes().isEmpty()
                && list(target)
                        .map(list -> match(column, list))
                        .filter(match -> match.from().size() > match.open().size())
                        .isPresent();
    }

    /** True where a field takes any text, or some of a column's words are known to its list. */
    boolean settles(ColumnProfile column, Target target) {
        return list(target).map(list -> !match(column, list).from().isEmpty()).orElse(true);
    }

    CodeMatch match(ColumnProfile column, String list) {
        Map<String, String> titles = titles(list);
        Map<String, String> from = new LinkedHashMap<>();
        Map<String, String> reasons = new LinkedHashMap<>();
        Map<String, Long> open = new LinkedHashMap<>();
        column.codes().forEach((theirs, count) -> {
            Optional<Found> found = find(theirs, titles, list);
            found.ifPresent(code -> from.put(theirs, code.ours()));
            found.ifPresent(code -> reasons.put(theirs, code.why()));
            if (found.isEmpty()) {
                open.put(theirs, count);
            }
        });
        boolean all = column.more() || column.distinct() > column.codes().size();
        return new CodeMatch(
                list,
                from,
                reasons,
                open,
                all ? column.distinct() - column.codes().size() : 0);
    }

    private record Found(String ours, String why) {}

    private Optional<Found> find(String theirs, Map<String, String> titles, String list) {
        boolean number = theirs.chars().allMatch(Character::isDigit);
        if (number) {
            return Optional.empty();
        }
        if (titles.containsKey(theirs)) {
            return Optional.of(new Found(theirs, "the same code"));
        }
        String plain = theirs.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> code : titles.entrySet()) {
            boolean same = code.getKey().toLowerCase(Locale.ROOT).equals(plain)
                    || code.getValue().toLowerCase(Locale.ROOT).equals(plain);
            if (same) {
                return Optional.of(new Found(code.getKey(), "the title of the code"));
            }
        }
        return elsewhere(theirs, list);
    }

    private Optional<Found> elsewhere(String theirs, String list) {
        Set<String> ours = new TreeSet<>();
        Set<String> mappings = new TreeSet<>();
        for (KnownUses.Known use : known.all()) {
            use.codes().filter(codes -> codes.list().equals(list)).ifPresent(codes -> {
                String code = codes.table().get(theirs);
                if (code != null) {
                    ours.add(code);
                    mappings.add(use.mapping());
                }
            });
        }
        return ours.size() == 1
                ? Optional.of(new Found(ours.iterator().next(), "so in " + String.join(", ", mappings)))
                : Optional.empty();
    }

    private Map<String, String> titles(String list) {
        Map<String, String> titles = new LinkedHashMap<>();
        known.list(list)
                .flatMap(text -> YamlText.read(list, text, new Findings()))
                .filter(Branch.class::isInstance)
                .flatMap(tree -> ((Branch) tree).value("codes"))
                .filter(Branch.class::isInstance)
                .ifPresent(tree ->
                        ((Branch) tree).entries().forEach((code, entry) -> titles.put(code, title(entry.value()))));
        return titles;
    }

    /** The title of a code; the last of several that count on different days. */
    private static String title(Tree tree) {
        if (tree instanceof Sequence list && !list.items().isEmpty()) {
            return title(list.items().get(list.items().size() - 1));
        }
        if (tree instanceof Branch dated) {
            return dated.value("title").map(CodeMatcher::title).orElse("");
        }
        return tree instanceof Text title ? title.text() : "";
    }

    /** The codes of a list, for whoever writes the rest. */
    List<String> codes(String list) {
        return List.copyOf(titles(list).keySet());
    }
}
