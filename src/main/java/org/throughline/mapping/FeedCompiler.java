package org.throughline.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.mapping.value.ValueType;
import org.throughline.mapping.yaml.Branch;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Text;
import org.throughline.mapping.yaml.Tree;

/** Compiles the file of a feed: what it is, how it is received, and its one table or its bundle of members. */
final class FeedCompiler {

    private static final Set<String> HEAD =
            Set.of("mapping", "version", "status", "effective", "title", "owner", "contract", "extends", "receive");
    private static final Set<String> STATES = Set.of("draft", "review", "active", "retired");

    private final MappingSource source;
    private final MappingTrees trees;
    private final Findings findings;

    FeedCompiler(MappingSource source, MappingTrees trees, Findings findings) {
        this.source = source;
        this.trees = trees;
        this.findings = findings;
    }

    Mapping mapping(Tree root) {
        boolean bundle = root instanceof Branch branch && branch.entries().containsKey("bundle");
        Set<String> keys = new HashSet<>(HEAD);
        keys.addAll(bundle ? Set.of("bundle") : MemberCompiler.KEYS);
        Section feed = Section.of(root, bundle ? "the feed file of a bundle" : "a feed", keys, findings);
        head(feed);
        ReceiveCompiler receive = ReceiveCompiler.of(feed, findings);
        return bundle ? bundle(feed, receive) : plain(feed, receive);
    }

    private void head(Section feed) {
        feed.requiredText("mapping")
                .filter(id -> !id.text().equals(source.id()))
                .ifPresent(id -> findings.report(
                        id.mark(),
                        "The file's path says that the mapping is `" + source.id() + "`, not `" + id.text() + "`."));
        feed.text("version")
                .filter(version -> !version.text().matches("[1-9]\\d{0,8}"))
                .ifPresent(version -> findings.report(version.mark(), "`version` must be a whole number from 1."));
        feed.word("status", STATES);
        feed.text("effective").ifPresent(this::day);
        feed.requiredText("title");
        feed.textEntries("owner");
        feed.text("contract");
    }

    private void day(Text text) {
        try {
            LocalDate.parse(text.text());
        } catch (DateTimeException notADay) {
            findings.report(text.mark(), "`effective` is `" + text.text() + "`, but must be a day such as 2026-10-01.");
        }
    }

    private Mapping plain(Section feed, ReceiveCompiler receive) {
        MemberCompiler compiler = new MemberCompiler(feed, receive.zone(), SourceCompiler.Formats.ofFiles(), findings);
        Map<String, ValueType> facts = receive.facts();
        Receive received = receive.receive(Names.ofFacts(facts, findings), Optional.of(compiler.table()));
        KeyShapes shapes = new KeyShapes();
        MemberCompiler.Shared shared = new MemberCompiler.Shared(new CodeLists(findings, trees), shapes, false);
        String member = source.id().substring(source.id().lastIndexOf('/') + 1);
        MemberMapping mapping = compiler.member(member, true, facts, shared);
        compiler.checkCoverage(Set.of());
        shapes.check(findings);
        return new Mapping(source.id(), title(feed), source, received, List.of(mapping), Optional.empty());
    }

    private Mapping bundle(Section feed, ReceiveCompiler receive) {
        BundleCompiler compiler = new BundleCompiler(source, trees, findings);
        BundleRule rule = compiler.rule(feed, receive.zone());
        Map<String, ValueType> facts = receive.facts();
        facts.putAll(compiler.controlFacts());
        Names names = Names.ofFacts(facts, findings);
        Receive received = receive.receive(names, Optional.empty());
        List<MemberMapping> members = compiler.members(facts, names);
        return new Mapping(source.id(), title(feed), source, received, members, Optional.of(rule));
    }

    private static String title(Section feed) {
        return feed.text("title").map(Text::text).orElse("");
    }
}
