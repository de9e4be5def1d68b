package org.throughline.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.throughline.canonical.Entity;
import org.throughline.format.ByteSource;
import org.throughline.format.zip.Bundle;
import org.throughline.mapping.Diagnostic;
import org.throughline.mapping.MappingCatalog;
import org.throughline.mapping.MappingCompiler;
import org.throughline.mapping.MappingSource;
import org.throughline.problem.Problem;
import org.throughline.problem.SetupException;
import org.throughline.profile.SampleFormat;
import org.throughline.profile.SampleHints;
import org.throughline.profile.SampleProfile;
import org.throughline.profile.SampleProfiler;
import org.throughline.profile.SampleSniffer;

/** Drafts mappings of archives: every delimited file on its own, and what their records have to do with each other. */
public final class BundleSuggester {
    private final KnownUses known;
    private final CodeMatcher codes;
    private final Candidates candidates;

    /** Drafts in the light of the mappings that are here. */
    public BundleSuggester(MappingCatalog catalog) {
        this.known = KnownUses.of(catalog);
        this.codes = new CodeMatcher(known);
        this.candidates = new Candidates(known, codes);
    }

    /** The draft for an archive. */
    public BundleSuggestion suggest(BundleRequest request) throws IOException {
        if (request.archive().refused()) {
            throw new SetupException(
                    request.archive().problems().stream().map(Problem::fact).toList());
        }
        Map<String, String> notTaken = new TreeMap<>();
        List<BundleMember> members = new ArrayList<>();
        for (Bundle.Member file : request.archive().members()) {
            look(file, request, notTaken).ifPresent(members::add);
        }
        List<BundleMember> planned = oneForClients(members, notTaken);
        if (planned.isEmpty()) {
            throw new SetupException("Of no file in the archive could be told which records its rows are. Unpack it and"
                    + " let suggest read its files one by one.");
        }
        Map<String, List<String>> parents = new LinkedHashMap<>();
        List<BundleMember> ordered = inOrder(planned, parents, request.most());
        return draft(request.id(), ordered, parents, notTaken);
    }

    private Optional<BundleMember> look(Bundle.Member file, BundleRequest request, Map<String, String> notTaken)
            throws IOException {
        String name = file.name();
        if (name.contains("/") || name.lastIndexOf('.') <= 0) {
            notTaken.put(name, "not decided: it stands in a folder, or has no ending");
            return Optional.empty();
        }
        try {
            ByteSource bytes = request.archive().source(file);
            SampleFormat format = SampleSniffer.sniff(bytes, SampleHints.none());
            if (!format.word().equals("csv") || !format.header()) {
                notTaken.put(name, "not decided: no delimited text with a header; draft it on its own");
                return Optional.empty();
            }
            SampleProfile sample = SampleProfiler.profile(bytes, format, request.most(), known.codes());
            List<Considered> columns = sample.columns().stream()
                    .map(column -> new Considered(
                            column, candidates.of(column), request.days().formats(column.type())))
                    .toList();
            BundleMember member = new BundleMember(name, bytes, sample, new Planner(columns, codes, name).plan());
            if (member.plan().main().isEmpty()) {
                notTaken.put(name, "not decided: nothing tells which records its rows are");
                return Optional.empty();
            }
            return Optional.of(member);
        } catch (SetupException unfit) {
            notTaken.put(name, "not decided: no draft can be made of it alone; suggest says why when it is unpacked");
            return Optional.empty();
        }
    }

    /** The member that tells most of clients writes them; two would write over each other. */
    private static List<BundleMember> oneForClients(List<BundleMember> members, Map<String, String> notTaken) {
        Optional<BundleMember> clients = members.stream()
                .filter(member -> member.plan().client().isPresent())
                .max(Comparator.comparing(
                                (BundleMember member) -> member.plan().main().equals(Optional.of(Entity.CLIENT_RECORD)))
                        .thenComparing(BundleMember::clientFields));
        List<BundleMember> planned = new ArrayList<>();
        for (BundleMember member : members) {
            boolean others = member.plan().client().isPresent() && !clients.equals(Optional.of(member));
            if (others && member.plan().main().equals(Optional.of(Entity.CLIENT_RECORD))) {
                notTaken.put(
                        member.file(),
                        "not decided: it speaks of clients, whom "
                                + clients.get().file() + " writes");
            } else {
                planned.add(
                        others
                                ? member.with(member.plan()
                                        .withoutClients(clients.get().file()))
                                : member);
            }
        }
        return planned;
    }

    private static List<BundleMember> inOrder(List<BundleMember> members, Map<String, List<String>> reasons, long most)
            throws IOException {
        Map<BundleMember, List<BundleMember>> parents = new LinkedHashMap<>();
        for (BundleMember member : members) {
            parents.put(member, new ArrayList<>());
            for (BundleMember other : members) {
                Optional<String> reason = member.equals(other) ? Optional.empty() : member.parent(other, most);
                reason.ifPresent(why -> {
                    parents.get(member).add(other);
                    reasons.computeIfAbsent(member.file(), any -> new ArrayList<>())
                            .add(why);
                });
            }
        }
        List<BundleMember> ordered = new ArrayList<>();
        while (ordered.size() < members.size()) {
            BundleMember next = members.stream()
                    .filter(member -> !ordered.contains(member))
                    .min(Comparator.comparing(member -> parents.get(member).stream()
                            .filter(parent -> !ordered.contains(parent))
                            .count()))
                    .orElseThrow();
            ordered.add(next);
        }
        return ordered;
    }

    private BundleSuggestion draft(
            String id, List<BundleMember> members, Map<String, List<String>> parents, Map<String, String> notTaken) {
        Map<String, String> files = new LinkedHashMap<>();
        Map<String, Suggestion> told = new LinkedHashMap<>();
        Map<String, String> lists = new TreeMap<>();
        for (BundleMember member : members) {
            String name = member.stem() + ".yaml";
            String text = new DraftWriter(id, member.plan(), member.sample())
                    .writeMember(member.file(), parents.getOrDefault(member.file(), List.of()));
            if (files.putIfAbsent(name, text) != null) {
                notTaken.put(member.file(), "not decided: another file has its name with another ending");
                continue;
            }
            told.put(member.file(), Suggester.told(member.file(), text, member.sample(), member.plan()));
            lists.putAll(Suggester.lists(member.plan(), known));
        }
        files.put("feed.yaml", new BundleWriting(id, told.keySet(), parents, notTaken).text());
        return new BundleSuggestion(id, files, told, parents, notTaken, problems(id, files, lists));
    }

    private static List<Diagnostic> problems(String id, Map<String, String> files, Map<String, String> lists) {
        String folder = (id.contains("/") ? "" : "standards/") + id + "/";
        Map<String, String> all = new TreeMap<>(lists);
        files.forEach((name, text) -> all.put(folder + name, text));
        return new MappingCompiler()
                .compile(new MappingSource(id, folder + "feed.yaml", all))
                .diagnostics();
    }
}
