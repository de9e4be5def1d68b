package org.throughline.mapping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.format.BrokenInput;
import org.throughline.format.BrokenRecord;
import org.throughline.format.ByteSource;
import org.throughline.format.Reading;
import org.throughline.format.RecordReader;
import org.throughline.format.SourceRecord;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Text;
import org.throughline.mapping.yaml.Tree;
import org.throughline.mapping.yaml.YamlText;

/** Maps a sample from end to end and compares the result with the one beside it. */
final class SampleRun {

    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 1);

    private final Mapping mapping;
    private final MappingSample sample;

    SampleRun(Mapping mapping, MappingSample sample) {
        this.mapping = mapping;
        this.sample = sample;
    }

    /** The day on which tests receive their records: the day from which the mapping is effective. */
    static LocalDate receivedOn(Mapping mapping) {
        MappingSource source = mapping.source();
        return YamlText.read(source.root(), source.files().get(source.root()), new Findings())
                .map(tree -> Section.open(tree, "a feed", new Findings()))
                .flatMap(feed -> feed.text("effective"))
                .map(day -> LocalDate.parse(day.text()))
                .orElse(ANY_DAY);
    }

    MappingTestResult compare() throws IOException {
        String name = "sample " + sample.content().getFileName();
        String file = sample.expected().getFileName().toString();
        if (!Files.isRegularFile(sample.expected())) {
            return new MappingTestResult(name, file, 0, List.of("The sample has no expected result beside it."));
        }
        String expected = Files.readString(sample.expected(), StandardCharsets.UTF_8);
        return new MappingTestResult(name, file, 0, SampleText.differences(expected, text()));
    }

    void regenerate() throws IOException {
        Files.writeString(sample.expected(), text(), StandardCharsets.UTF_8);
    }

    private String text() throws IOException {
        SampleText text = new SampleText();
        Facts facts = facts();
        for (MemberMapping member : mapping.members()) {
            Path content = content(member);
            if (Files.isRegularFile(content)) {
                member(member, content, facts, text);
            } else if (member.required()) {
                text.absent(member.member());
            }
        }
        return text.text();
    }

    private Path content(MemberMapping member) {
        boolean archive =
                mapping.bundle().filter(bundle -> bundle.kinds().isEmpty()).isPresent();
        return archive ? sample.content().resolve(member.member()) : sample.content();
    }

    private void member(MemberMapping member, Path content, Facts facts, SampleText text) throws IOException {
        try (RecordReader reader = member.open(ByteSource.of(content), member.member())) {
            Binding binding = member.bind(reader.header(), facts);
            text.member(member.member(), binding.problems());
            GroupTally groups = new GroupTally();
            for (Optional<Reading> next = reader.next(); next.isPresent(); next = reader.next()) {
                if (next.get() instanceof SourceRecord record) {
                    MappedRecord mapped = binding.rows().map(record);
                    groups.add(mapped);
                    text.record(record.place(), mapped);
                } else if (next.get() instanceof BrokenRecord broken) {
                    groups.unread();
                    text.record(broken.place(), new MappedRecord("", List.of(), List.of(broken.problem()), List.of()));
                } else if (next.get() instanceof BrokenInput broken) {
                    text.found(broken.problem());
                }
            }
            groups.problems().forEach(text::found);
        }
    }

    private Facts facts() throws IOException {
        Facts facts = new Facts(Map.of("received.on", receivedOn(mapping)));
        for (Map.Entry<String, Text> told : toldFacts().entrySet()) {
            facts = facts.with(
                    told.getKey(), value(told.getKey(), told.getValue().text()));
        }
        Optional<Object> name = facts.value("file.name");
        if (name.isPresent()) {
            Map<String, String> captures =
                    mapping.receive().name().captures(name.get().toString()).orElse(Map.of());
            for (Map.Entry<String, String> capture : captures.entrySet()) {
                facts = facts.with("file." + capture.getKey(), capture.getValue());
            }
        }
        return withPeriod(withControl(facts));
    }

    private Map<String, Text> toldFacts() throws IOException {
        if (!Files.isRegularFile(sample.facts())) {
            return Map.of();
        }
        Findings findings = new Findings();
        Optional<Tree> tree =
                YamlText.read(sample.facts().getFileName().toString(), Files.readString(sample.facts()), findings);
        return tree.map(facts ->
                        Section.open(facts, "the facts of a sample", findings).texts())
                .orElse(Map.of());
    }

    private static Object value(String fact, String text) {
        boolean day = fact.equals("received.on") || fact.startsWith("period.");
        return day ? LocalDate.parse(text) : text;
    }

    private Facts withControl(Facts known) throws IOException {
        Optional<MemberMapping> control = mapping.bundle()
                .flatMap(BundleRule::control)
                .flatMap(name -> mapping.members().stream()
                        .filter(member -> member.member().equals(name))
                        .findFirst());
        if (control.isEmpty() || !Files.isRegularFile(content(control.get()))) {
            return known;
        }
        Facts facts = known;
        try (RecordReader reader = control.get()
                .open(ByteSource.of(content(control.get())), control.get().member())) {
            RowMapping rows = control.get().bind(reader.header(), known).rows();
            Optional<Reading> first = reader.next();
            if (first.isPresent() && first.get() instanceof SourceRecord record) {
                for (Map.Entry<String, Object> field : rows.fields(record).entrySet()) {
                    facts = facts.with("control." + field.getKey(), field.getValue());
                }
            }
        }
        return facts;
    }

    private Facts withPeriod(Facts facts) {
        try {
            return mapping.receive()
                    .period()
                    .period(facts)
                    .map(period -> facts.with("period.from", period.from()).with("period.to", period.to()))
                    .orElse(facts);
        } catch (IllegalArgumentException notTold) {
            return facts;
        }
    }
}
