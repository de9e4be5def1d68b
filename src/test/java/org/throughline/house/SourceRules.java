package org.throughline.house;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What no line of a source file may hold. The patterns avoid matching their own text. */
final class SourceRules {
    private static final Map<String, Pattern> FORBIDDEN = forbidden();

    private SourceRules() {}

    private static Map<String, Pattern> forbidden() {
        var rules = new LinkedHashMap<String, Pattern>();
        rules.put("unfinished work", Pattern.compile("\\b(TOD[O]|FIXM[E]|XX[X])\\b"));
        rules.put("triple-slash Javadoc", Pattern.compile("^\\s*//[/]"));
        rules.put("wildcard import", Pattern.compile("^import .*\\.[*];"));
        rules.put("author or date", Pattern.compile("@(autho[r]|sinc[e]|versio[n])\\b"));
        rules.put("code that is switched off", Pattern.compile("^\\s*//.*[;{]\\s*$"));
        rules.put("path of one machine", Pattern.compile("(?<![\\w.~])/(wor[k]|roo[t]|tm[p])/"));
        rules.put("sleeping", Pattern.compile("Thread[.]slee[p]\\("));
        rules.put("mocking library", Pattern.compile("^import (static )?org[.](mockit[o]|easymoc[k])"));
        return rules;
    }

    /** The names of the rules that a line breaks. */
    static List<String> brokenBy(String line) {
        return FORBIDDEN.entrySet().stream()
                .filter(rule -> rule.getValue().matcher(line).find())
                .map(Map.Entry::getKey)
                .toList();
    }
}
