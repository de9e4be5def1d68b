package org.throughline.mapping;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.mapping.value.ValueType;
import org.throughline.mapping.yaml.Branch;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Nearest;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Text;
import org.throughline.mapping.yaml.Tree;
import org.throughline.problem.Level;

/** Compiles a bundle: its members in order, each from a file of its own beside the feed's file. */
final class BundleCompiler {

    private static final String CONTROL = "control.";
    private static final Set<String> KEYS = Set.of("format", "control", "members", "not_taken", "new_members");
    private static final Map<String, Level> NEW_MEMBERS =
            Map.of("hold", Level.HOLD_FILE, "hold_row", Level.HOLD_ROW, "note", Level.NOTE);
    private static final Set<String> MEMBER_KEYS = memberKeys();

    private final MappingSource source;
    private final MappingTrees trees;
    private final Findings findings;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private Optional<String> control = Optional.empty();
    private Optional<KindsCompiler.Kinds> kinds = Optional.empty();
    private String format = "";
    private boolean draft;

    BundleCompiler(MappingSource source, MappingTrees trees, Findings findings) {
        this.source = source;
        this.trees = trees;
        this.findings = findings;
    }

    /** A member that is listed. */
    private record Entry(MemberCompiler compiler, boolean required) {}

    private static Set<String> memberKeys() {
        Set<String> keys = new HashSet<>(MemberCompiler.KEYS);
        keys.add("extends");
        keys.add("title");
        return keys;
    }

    /** The file beside a feed's file that maps a member. */
    static String path(String feedFile, String member) {
        int dot = member.lastIndexOf('.');
        String stem = dot < 0 ? member : member.substring(0, dot);
        return feedFile.substring(0, feedFile.lastIndexOf('/') + 1) + stem + ".yaml";
    }

    /** Reads the list of members and the columns of each. */
    BundleRule rule(Section feed, ZoneId zone) {
        draft = SourceCompiler.isDraft(feed);
        Section bundle = bundle(feed.required("bundle").orElseThrow());
        bundle.required("members");
        bundle.items("members").forEach(item -> member(item, zone));
        control = bundle.text("control").filter(this::known).map(Text::text);
        Map<String, String> notTaken = bundle.textEntries("not_taken").entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().text()));
        bundle.textEntries("not_taken").forEach(this::decided);
        Set<String> words = kinds.isPresent() ? NEW_MEMBERS.keySet() : Set.of("hold", "note");
        Level newMembers = NEW_MEMBERS.get(bundle.word("new_members", words).orElse("hold"));
        return new BundleRule(control, notTaken, newMembers, kinds.map(KindsCompiler.Kinds::file));
    }

    private void decided(String member, Text reason) {
        if (!draft && reason.text().startsWith(SourceCompiler.UNDECIDED)) {
            findings.report(
                    reason.mark(),
                    "The member `" + member
                            + "` is not decided yet, which only a draft may say; take the member, or say"
                            + " why it is left aside.");
        }
    }

    /** Opens the bundle; the format decides which keys it may have. */
    private Section bundle(Tree tree) {
        Optional<Tree> stated = tree instanceof Branch branch ? branch.value("format") : Optional.empty();
        format = stated.filter(Text.class::isInstance)
                .map(text -> ((Text) text).text())
                .orElse("");
        Optional<KindsCompiler> compiler = KindsCompilers.of(format);
        Set<String> keys = new HashSet<>(KEYS);
        compiler.ifPresent(known -> keys.addAll(known.bundleKeys()));
        Section bundle = Section.of(tree, "`bundle`", keys, findings);
        bundle.required("format");
        bundle.word("format", KindsCompilers.words());
        kinds = compiler.map(known -> known.kinds(bundle, findings));
        return bundle;
    }

    private SourceCompiler.Formats formats(String member) {
        return kinds.map(known -> new SourceCompiler.Formats(
                        Set.of(format), word -> known.members().apply(member), draft))
                .orElseGet(() -> SourceCompiler.Formats.ofFiles().in(draft));
    }

    private boolean known(Text text) {
        if (!entries.containsKey(text.text())) {
            findings.report(
                    text.mark(),
                    "The control member `" + text.text() + "` is not among the members."
                            + Nearest.hint(text.text(), entries.keySet()));
        }
        return entries.containsKey(text.text());
    }

    private void member(Tree item, ZoneId zone) {
        Optional<Text> name = Optional.empty();
        Optional<Text> file = Optional.empty();
        boolean optional = false;
        if (item instanceof Text text) {
            name = Optional.of(text);
        } else {
            Section section = Section.of(item, "a member", Set.of("file", "mapping", "optional"), findings);
            name = section.requiredText("file");
            file = section.text("mapping");
            optional = section.flag("optional", false);
        }
        if (name.isEmpty()) {
            return;
        }
        String member = name.get().text();
        if (entries.containsKey(member)) {
            findings.report(name.get().mark(), "The member `" + member + "` is listed twice.");
            return;
        }
        boolean required = !optional;
        section(file.orElse(name.get()), file.map(Text::text).orElse(path(source.root(), member)))
                .ifPresent(section -> entries.put(
                        member, new Entry(new MemberCompiler(section, zone, formats(member), findings), required)));
    }

    private Optional<Section> section(Text place, String path) {
        if (!trees.has(path)) {
            findings.report(place.mark(), "The member has no mapping; expected the file " + path + ".");
            return Optional.empty();
        }
        return trees.merged(path).map(tree -> Section.of(tree, "a member file", MEMBER_KEYS, findings));
    }

    /** The facts that the control member gives, with their types. */
    Map<String, ValueType> controlFacts() {
        Map<String, ValueType> facts = new LinkedHashMap<>();
        control.map(entries::get)
                .ifPresent(entry -> entry.compiler()
                        .table()
                        .fields()
                        .forEach(field -> facts.put(CONTROL + field.name(), field.type())));
        return facts;
    }

    /** The compiled members in order. */
    List<MemberMapping> members(Map<String, ValueType> facts, Names receiveNames) {
        CodeLists lists = new CodeLists(findings, trees);
        KeyShapes shapes = new KeyShapes();
        List<MemberMapping> members = new ArrayList<>();
        Set<String> usedFacts = new HashSet<>(receiveNames.used());
        entries.forEach((name, entry) -> {
            boolean gives = control.filter(name::equals).isPresent();
            members.add(entry.compiler()
                    .member(name, entry.required(), facts, new MemberCompiler.Shared(lists, shapes, gives)));
            usedFacts.addAll(entry.compiler().names().used());
        });
        Set<String> usedControl = usedFacts.stream()
                .filter(fact -> fact.startsWith(CONTROL))
                .map(fact -> fact.substring(CONTROL.length()))
                .collect(Collectors.toSet());
        entries.forEach((name, entry) ->
                entry.compiler().checkCoverage(control.filter(name::equals).isPresent() ? usedControl : Set.of()));
        shapes.check(findings);
        return members;
    }
}
