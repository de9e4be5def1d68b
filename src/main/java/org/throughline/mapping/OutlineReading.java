package org.throughline.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.mapping.yaml.Branch;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Text;
import org.throughline.mapping.yaml.Tree;

/** Tells of a compiled member what is agreed with its sender. */
final class OutlineReading {

    private OutlineReading() {}

    static Outline.Table table(CompiledMember member) {
        SourceTable table = member.table();
        List<Outline.Use> uses = new ArrayList<>();
        member.writes().forEach(write -> uses(write, uses));
        return new Outline.Table(
                member.member(),
                member.required(),
                ReadingWords.of(table.format()),
                table.fields().stream().map(OutlineReading::column).toList(),
                table.ignored(),
                uses,
                checks(member.checks()),
                member.tests().stream()
                        .map(test -> new Outline.Example(
                                test.name(), test.given(), test.problems().orElse(List.of())))
                        .toList());
    }

    /** The texts of the first file, under their keys joined by dots. */
    static Map<String, String> facts(MappingSource source) {
        Map<String, String> facts = new LinkedHashMap<>();
        new MappingTrees(source.files(), new Findings()).merged(source.root()).ifPresent(tree -> {
            if (tree instanceof Branch branch) {
                for (String key : List.of("version", "status", "effective", "contract", "owner", "receive")) {
                    branch.value(key).ifPresent(value -> texts(key, value, facts));
                }
            }
        });
        return facts;
    }

    private static void texts(String key, Tree tree, Map<String, String> facts) {
        if (tree instanceof Text text && !text.unset()) {
            facts.put(key, text.text());
        } else if (tree instanceof Branch branch) {
            branch.entries().forEach((name, entry) -> texts(key + "." + name, entry.value(), facts));
        }
    }

    private static Outline.Column column(SourceField field) {
        FieldWords words = field.words();
        return new Outline.Column(
                field.name(),
                field.column(),
                field.aka(),
                field.type().word(),
                field.expected(),
                words.formats(),
                field.required(),
                field.optional(),
                words.pii(),
                field.missing().words().stream().sorted().toList(),
                words.constraints(),
                words.mark().file() + ":" + words.mark().line());
    }

    private static void uses(WriteRule write, List<Outline.Use> uses) {
        String entity = write.entity().table();
        uses.add(
                new Outline.Use(entity, Outline.Use.KEY, true, names(write.key().fields()), Optional.empty()));
        for (SetField line : write.set()) {
            uses.add(new Outline.Use(
                    entity, line.field().name(), line.field().required(), names(line.sources()), codes(line.slot())));
        }
    }

    private static List<String> names(List<SourceField> fields) {
        return fields.stream().map(SourceField::name).distinct().toList();
    }

    private static Optional<Outline.Codes> codes(Slot slot) {
        Slot own = slot instanceof GuardedSlot guarded ? guarded.slot() : slot;
        return own instanceof CodeSlot coded ? Optional.of(codes(coded.codes())) : Optional.empty();
    }

    private static Outline.Codes codes(CodeSet set) {
        List<Outline.Code> codes = set.table().lines().stream()
                .map(line -> new Outline.Code(
                        line.theirs(),
                        line.ours(),
                        line.span().first(),
                        line.span().last()))
                .toList();
        return new Outline.Codes(set.name(), set.list(), codes, set.on().map(Named::name), other(set.other()));
    }

    private static String other(CodeSet.Other other) {
        if (other.code() == null) {
            return other.level().word();
        }
        return other.code().isEmpty() ? "keep_and_warn" : "other:" + other.code();
    }

    private static List<Outline.Check> checks(Checks checks) {
        List<Outline.Check> all = new ArrayList<>();
        checks.records()
                .forEach(check -> all.add(new Outline.Check(
                        check.id(),
                        check.level().word(),
                        said(check.saying()),
                        check.guidance(),
                        names(check.must().fields()))));
        checks.groups()
                .forEach(check -> all.add(new Outline.Check(
                        check.id(),
                        check.level().word(),
                        said(check.saying()),
                        check.guidance(),
                        names(check.over()))));
        return all;
    }

    /** The saying with the columns' names where their values would stand. */
    private static String said(Saying saying) {
        StringBuilder said = new StringBuilder();
        for (Saying.Part part : saying.parts()) {
            said.append(part.text());
            part.field()
                    .ifPresent(field -> said.append("<").append(field.column()).append(">"));
            part.formula().ifPresent(formula -> said.append("..."));
        }
        return said.toString();
    }
}
