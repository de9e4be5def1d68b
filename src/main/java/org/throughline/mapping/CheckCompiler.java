package org.throughline.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Mark;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Text;
import org.throughline.mapping.yaml.Tree;
import org.throughline.problem.Level;
import org.throughline.problem.ProblemCode;

/** Compiles {@code checks}: what must hold for every record of a file. */
final class CheckCompiler {

    private static final Set<String> KEYS = Set.of("id", "level", "when", "must", "say", "guidance");
    private static final Set<String> LEVELS = Set.of("note", "warn", "hold_row", "hold_file");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)\\}");
    private static final Pattern BRACES_WITH_BLANK = Pattern.compile(" ?\\{[^{}]*\\}");

    private final Names names;
    private final Findings findings;
    private final Map<String, Mark> ids = new HashMap<>();

    CheckCompiler(Names names) {
        this.names = names;
        this.findings = names.findings();
    }

    List<CheckRule> checks(Section member) {
        List<CheckRule> rules = new ArrayList<>();
        member.items("checks").forEach(item -> check(item).ifPresent(rules::add));
        return rules;
    }

    private Optional<CheckRule> check(Tree tree) {
        Section section = Section.of(tree, "a check", KEYS, findings);
        Optional<Text> id = section.requiredText("id");
        id.ifPresent(this::identify);
        String where = "the check `" + id.map(Text::text).orElse("?") + "`";
        section.required("level");
        Optional<Level> level = section.word("level", LEVELS).flatMap(Level::of);
        Optional<Formula> when = section.text("when").flatMap(text -> names.question(text, "`when` of " + where));
        Optional<Formula> must = section.requiredText("must").flatMap(text -> names.question(text, where));
        Optional<Saying> say = section.requiredText("say").map(text -> saying(text, where));
        Optional<Text> guidance = section.requiredText("guidance");
        if (id.isEmpty() || level.isEmpty() || must.isEmpty() || say.isEmpty() || guidance.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CheckRule(
                id.get().text(),
                level.get(),
                when,
                must.get(),
                say.get(),
                guidance.get().text()));
    }

    private void identify(Text id) {
        if (!ID.matcher(id.text()).matches()) {
            findings.report(
                    id.mark(), "`" + id.text() + "` cannot be the id of a check; use letters, digits and hyphens.");
        }
        if (Arrays.stream(ProblemCode.values()).anyMatch(code -> code.name().equals(id.text()))) {
            findings.report(id.mark(), "`" + id.text() + "` is the hub's own code; give the check another id.");
        }
        Mark before = ids.putIfAbsent(id.text(), id.mark());
        if (before != null) {
            findings.report(
                    id.mark(),
                    "Two checks have the id `" + id.text() + "`; the first is on line " + before.line() + ".");
        }
    }

    private Saying saying(Text text, String where) {
        List<Saying.Part> parts = new ArrayList<>();
        Matcher braces = BRACES.matcher(text.text());
        int from = 0;
        while (braces.find()) {
            parts.add(plain(text.text().substring(from, braces.start())));
            expression(braces.group(1), text.at(braces.start(1)), where).ifPresent(parts::add);
            from = braces.end();
        }
        parts.add(plain(text.text().substring(from)));
        String fact = BRACES_WITH_BLANK.matcher(text.text()).replaceAll("").trim();
        return new Saying(fact, parts);
    }

    private Optional<Saying.Part> expression(String expression, Mark mark, String where) {
        Optional<SourceField> field = names.field(expression);
        if (field.isPresent()) {
            names.use(expression);
            return Optional.of(new Saying.Part("", Optional.empty(), field));
        }
        Text place = new Text(mark, mark, expression, false, true);
        return names.formula(place, "`say` of " + where)
                .map(formula -> new Saying.Part("", Optional.of(formula), Optional.empty()));
    }

    private static Saying.Part plain(String text) {
        return new Saying.Part(text, Optional.empty(), Optional.empty());
    }
}
