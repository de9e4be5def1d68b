package org.throughline.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.throughline.format.RecordFormat;
import org.throughline.format.fixedwidth.ControlRecord;
import org.throughline.format.fixedwidth.FixedField;
import org.throughline.format.fixedwidth.FixedLayout;
import org.throughline.format.fixedwidth.FixedWidthDialect;
import org.throughline.format.fixedwidth.FixedWidthKinds;
import org.throughline.format.fixedwidth.RecordTypes;
import org.throughline.mapping.yaml.Branch;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Sequence;
import org.throughline.mapping.yaml.Text;
import org.throughline.mapping.yaml.Tree;

/** Compiles a file of fixed width whose lines are records of several types, between a header and a trailer. */
final class FixedWidthKindsCompiler implements KindsCompiler {

    @Override
    public Set<String> bundleKeys() {
        return Set.of("dialect", "record_type", "header", "trailer");
    }

    @Override
    public Kinds kinds(Section bundle, Findings findings) {
        FixedWidthDialect dialect = FixedWidthCompiler.dialect(bundle, findings);
        Set<String> members = members(bundle);
        Section typeSection =
                Section.of(bundle.required("record_type"), bundle, "`record_type`", Set.of("at", "start", "length"));
        Optional<FixedField> type =
                bundle.has("record_type") ? new FixedPlaces(findings).place(typeSection) : Optional.empty();
        int start = type.map(FixedField::start).orElse(1);
        ControlCompiler controls = new ControlCompiler(bundle, members, start, findings);
        Optional<ControlRecord> header = controls.control("header");
        Optional<ControlRecord> trailer = controls.control("trailer");
        Set<String> words = new LinkedHashSet<>(members);
        Stream.of(header, trailer)
                .flatMap(Optional::stream)
                .map(ControlRecord::type)
                .forEach(words::add);
        bundle.textEntries("not_taken").keySet().stream()
                .filter(word -> !word.contains("*"))
                .forEach(words::add);
        Set<String> readHere = new LinkedHashSet<>(Stream.of(header, trailer)
                .flatMap(Optional::stream)
                .map(ControlRecord::type)
                .toList());
        readHere.removeAll(members);
        RecordTypes types = new RecordTypes(start, type.map(FixedField::length).orElse(1), List.copyOf(words));
        FixedWidthKinds file = new FixedWidthKinds(dialect, types, header, trailer, readHere);
        return new Kinds(file, member -> new OfKind(file, member));
    }

    private static Set<String> members(Section bundle) {
        Set<String> names = new LinkedHashSet<>();
        if (bundle.tree("members").orElse(null) instanceof Sequence list) {
            list.items().forEach(item -> name(item).ifPresent(names::add));
        }
        return names;
    }

    private static Optional<String> name(Tree item) {
        Optional<Tree> name = item instanceof Branch branch ? branch.value("file") : Optional.of(item);
        return name.filter(Text.class::isInstance).map(text -> ((Text) text).text());
    }

    /** The records of one type; its fields and places left aside cover the whole line, its type excepted. */
    private record OfKind(FixedWidthKinds file, String type) implements FormatCompiler {

        @Override
        public Set<String> sourceKeys() {
            return Set.of();
        }

        @Override
        public Set<String> fieldKeys() {
            return FixedPlaces.KEYS;
        }

        @Override
        public RecordFormat format(Source source) {
            FixedLayoutCompiler compiler = new FixedLayoutCompiler(source.findings());
            FixedLayout layout = compiler.layout(source);
            FixedField word = FixedField.text(type, file.types().start(), type.length());
            compiler.add(word, source.section().mark());
            compiler.check(
                    file.dialect().recordLength().orElse(0), source.section().mark("fields"));
            return file.format(type, layout);
        }
    }
}
