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

/** Compiles {@code checks}: what must hold for every record of a file, and for groups of its records. */
final class CheckCompiler {

    private static final Set<String> KEYS = Set.of("id", "level", "over", "of", "when", "must", "say", "guidance");
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

    Checks checks(Section member) {
        List<CheckRule> records = new ArrayList<>();
        List<GroupRule> groups = new ArrayList<>();
        for (Tree item : member.items("checks")) {
            Section section = Section.of(item, "a check", KEYS, findings);
            Optional<Text> id = section.requiredText("id");
            id.ifPresent(this::identify);
            String where = "the check `" + id.map(Text::text).orElse("?") + "`";
            section.required("level");
            if (section.has("over")) {
                group(section, where).ifPresent(groups::add);
            } else {
                check(section, where).ifPresent(records::add);
            }
        }
        return new Checks(records, groups);
    }

    private Optional<CheckRule> check(Section section, String where) {
        if (section.has("of")) {
            findings.report(section.mark("of"), "`of` goes with `over`, the fields that make a group of records.");
        }
        Optional<Formula> when = section.text("when").flatMap(text -> names.question(text, "`when` of " + where));
        return spoken(section, names, where)
                .map(spoken -> new CheckRule(
                        spoken.id(), spoken.level(), when, spoken.must(), spoken.say(), spoken.guidance()));
    }

    private Optional<GroupRule> group(Section section, String where) {
        GroupCheckCompiler compiler = new GroupCheckCompiler(names);
        compiler.refuse(section, "when", "give its figures one each.");
        section.text("level")
                .filter(level -> level.text().equals("hold_row"))
                .ifPresent(level -> findings.report(
                        level.mark(),
                        "A check over groups cannot hold single rows; its level is note, warn or hold_file."));
        List<SourceField> over = compiler.over(section);
        List<GroupFigure> figures = compiler.figures(section, where);
        Names known = compiler.inGroup(over, figures);
        Optional<Spoken> spoken = spoken(section, known, where);
        compiler.unused(section, figures, known.used());
        return spoken.map(said ->
                new GroupRule(said.id(), said.level(), over, figures, said.must(), said.say(), said.guidance()));
    }

    private record Spoken(String id, Level level, Formula must, Saying say, String guidance) {}

    /** What every check has. */
    private Optional<Spoken> spoken(Section section, Names known, String where) {
        Optional<Level> level = section.word("level", LEVELS).flatMap(Level::of);
        Optional<Formula> must = section.requiredText("must").flatMap(text -> known.question(text, where));
        Optional<Saying> say = section.requiredText("say").map(text -> saying(text, known, where));
        Optional<Text> guidance = section.requiredText("guidance");
        if (!section.has("id") || level.isEmpty() || must.isEmpty() || say.isEmpty() || guidance.isEmpty()) {
            return Optional.empty();
        }
        String id = section.text("id").map(Text::text).orElseThrow();
        return Optional.of(new Spoken(
                id, level.get(), must.get(), say.get(), guidance.get().text()));
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

    private static Saying saying(Text text, Names names, String where) {
        List<Saying.Part> parts = new ArrayList<>();
        Matcher braces = BRACES.matcher(text.text());
        int from = 0;
        while (braces.find()) {
            parts.add(plain(text.text().substring(from, braces.start())));
            expression(braces.group(1), text.at(braces.start(1)), names, where).ifPresent(parts::add);
            from = braces.end();
        }
        parts.add(plain(text.text().substring(from)));
        String fact = BRACES_WITH_BLANK.matcher(text.text()).replaceAll("").trim();
        return new Saying(fact, parts);
    }

    private static Optional<Saying.Part> expression(String expression, Mark mark, Names names, String where) {
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
