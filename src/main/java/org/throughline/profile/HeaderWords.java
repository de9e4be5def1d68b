package org.throughline.profile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** The words of a column's name, with the usual abbreviations written out, so that names can be compared. */
public record HeaderWords(List<String> words) {
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}#]+");
    private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance();
    private static final int FUZZY_FROM = 5;
    private static final Set<String> FILLERS = Set.of("of", "the", "this", "a", "in", "for");
    private static final Map<String, String> LONG = Map.ofEntries(
            Map.entry("#", "number"),
            Map.entry("no", "number"),
            Map.entry("num", "number"),
            Map.entry("nbr", "number"),
            Map.entry("nr", "number"),
            Map.entry("identifier", "id"),
            Map.entry("clientid", "client id"),
            Map.entry("personid", "person id"),
            Map.entry("personalid", "personal id"),
            Map.entry("fname", "first name"),
            Map.entry("firstname", "first name"),
            Map.entry("given", "first"),
            Map.entry("forename", "first name"),
            Map.entry("lname", "last name"),
            Map.entry("lastname", "last name"),
            Map.entry("surname", "last name"),
            Map.entry("family", "last"),
            Map.entry("mname", "middle name"),
            Map.entry("mi", "middle"),
            Map.entry("dob", "birth date"),
            Map.entry("birthdate", "birth date"),
            Map.entry("birthday", "birth date"),
            Map.entry("born", "birth date"),
            Map.entry("deathdate", "death date"),
            Map.entry("soc", "social"),
            Map.entry("sec", "security"),
            Map.entry("ssn", "social security number"),
            Map.entry("addr", "address"),
            Map.entry("tel", "phone"),
            Map.entry("telephone", "phone"),
            Map.entry("mobile", "phone"),
            Map.entry("cell", "phone"),
            Map.entry("mail", "email"),
            Map.entry("postcode", "postal code"),
            Map.entry("zip", "postal code"),
            Map.entry("zipcode", "postal code"),
            Map.entry("dt", "date"),
            Map.entry("cd", "code"),
            Map.entry("desc", "description"),
            Map.entry("qty", "quantity"),
            Map.entry("amt", "amount"),
            Map.entry("org", "organization"),
            Map.entry("organisation", "organization"),
            Map.entry("prog", "program"),
            Map.entry("programme", "program"),
            Map.entry("svc", "service"),
            Map.entry("enrolment", "enrollment"),
            Map.entry("adm", "admission"),
            Map.entry("admit", "admission"),
            Map.entry("dschrg", "discharge"),
            Map.entry("pt", "patient"),
            Map.entry("clt", "client"));

    public HeaderWords {
        words = List.copyOf(words);
    }

    /** The words of a name such as {@code ClientNo}, {@code client_no} or {@code Client #}. */
    public static HeaderWords of(String name) {
        List<String> words = new ArrayList<>();
        for (String part : BREAK.split(CAMEL.matcher(name.replace("#", " # ")).replaceAll(" "))) {
            String word = part.toLowerCase(Locale.ROOT);
            if (!word.isEmpty() && !FILLERS.contains(word)) {
                words.addAll(List.of(LONG.getOrDefault(word, word).split(" ")));
            }
        }
        return new HeaderWords(new ArrayList<>(new LinkedHashSet<>(words)));
    }

    /** True where every one of these words stands in the name. */
    public boolean hasAll(String... wanted) {
        return words.containsAll(List.of(wanted));
    }

    /** True where one of these words stands in the name. */
    public boolean hasAny(Set<String> wanted) {
        return words.stream().anyMatch(wanted::contains);
    }

    /** From 0, nothing in common, to 1, the same words: twice the words in common by the words of both. */
    public double likeness(HeaderWords other) {
        if (words.isEmpty() || other.words.isEmpty()) {
            return 0;
        }
        long common = words.stream()
                .filter(word -> other.words.stream().anyMatch(theirs -> same(word, theirs)))
                .count();
        return 2.0 * common / (words.size() + other.words.size());
    }

    private static boolean same(String word, String other) {
        return word.equals(other)
                || word.length() >= FUZZY_FROM && other.length() >= FUZZY_FROM && DISTANCE.apply(word, other) <= 1;
    }
}
