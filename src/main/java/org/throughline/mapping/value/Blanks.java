package org.throughline.mapping.value;

import java.util.Set;
import java.util.stream.Collectors;

/** The cells that count as empty, such as {@code N/A}. */
public final class Blanks {

    private final Set<String> words;
    private final boolean nothing;
    private final int longest;
    private final String[] listed;
    private final String firsts;

    public Blanks(Set<String> words) {
        this.words = Set.copyOf(words);
        this.nothing = words.contains("");
        this.listed = words.toArray(String[]::new);
        this.firsts = words.stream()
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1))
                .distinct()
                .collect(Collectors.joining());
        this.longest = words.stream().mapToInt(String::length).max().orElse(0);
    }

    public Set<String> words() {
        return words;
    }

    /** True where a cell of this text, without the blanks around it, counts as empty. */
    public boolean hold(String text) {
        if (text.isEmpty()) {
            return nothing;
        }
        return text.length() <= longest && firsts.indexOf(text.charAt(0)) >= 0 && stands(text);
    }

    private boolean stands(String text) {
        for (String word : listed) {
            if (word.equals(text)) {
                return true;
            }
        }
        return false;
    }
}
