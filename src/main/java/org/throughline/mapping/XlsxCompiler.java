package org.throughline.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.throughline.format.RecordFormat;
import org.throughline.format.xlsx.LabelledCell;
import org.throughline.format.xlsx.SheetChoice;
import org.throughline.format.xlsx.TableBlock;
import org.throughline.format.xlsx.XlsxFormat;
import org.throughline.format.xlsx.XlsxLayout;
import org.throughline.mapping.yaml.Branch;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Text;
import org.throughline.mapping.yaml.Tree;

/** Compiles how a sender lays out an Excel workbook. */
final class XlsxCompiler implements FormatCompiler {
    private static final String POSITION = "[1-9]\\d{0,3}";

    @Override
    public Set<String> sourceKeys() {
        return Set.of("sheet", "header", "table", "cells");
    }

    @Override
    public RecordFormat format(Source source) {
        Section section = source.section();
        Findings findings = source.findings();
        for (String key : List.of("header", "cells")) {
            boolean fits = key.equals("cells") == section.has("table");
            if (section.has(key) && !fits) {
                findings.report(
                        section.mark(key),
                        key.equals("cells")
                                ? "`cells` are facts outside a table; say under `table` where the table is."
                                : "`header` names the columns of a sheet that has none; a `table` has its own.");
            }
        }
        XlsxColumns columns = new XlsxColumns(findings);
        Optional<TableBlock> table = section.tree("table")
                .flatMap(tree -> new XlsxTableCompiler(findings, columns).table(tree, section.mark("table")));
        List<LabelledCell> cells = cells(section, findings, columns);
        if (table.flatMap(TableBlock::unpivot).isPresent()) {
            columns.check(source);
        }
        Optional<List<String>> header = section.has("header")
                ? Optional.of(section.texts("header").stream().map(Text::text).toList())
                : Optional.empty();
        return XlsxFormat.of(new XlsxLayout(sheet(section, findings), header, table, cells));
    }

    private static SheetChoice sheet(Section source, Findings findings) {
        Optional<Tree> tree = source.tree("sheet");
        if (tree.isEmpty()) {
            return SheetChoice.only();
        }
        if (tree.get() instanceof Text) {
            source.word("sheet", Set.of("first", "only"));
            return source.text("sheet")
                            .filter(word -> word.text().equals("first"))
                            .isPresent()
                    ? SheetChoice.at(1)
                    : SheetChoice.only();
        }
        Section sheet = Section.of(tree.get(), "`sheet`", Set.of("titled", "else", "position"), findings);
        boolean orFirst = sheet.word("else", Set.of("first")).isPresent();
        if (sheet.has("position") && sheet.has("titled")) {
            findings.report(sheet.mark("position"), "A sheet has a title or a position, not both.");
        }
        return sheet.has("position") ? positioned(sheet, findings) : titled(sheet, orFirst);
    }

    private static SheetChoice titled(Section sheet, boolean orFirst) {
        String title = sheet.requiredText("titled").map(Text::text).orElse("");
        return orFirst ? SheetChoice.titledOrFirst(title) : SheetChoice.titled(title);
    }

    private static SheetChoice positioned(Section sheet, Findings findings) {
        Optional<Text> position = sheet.text("position");
        boolean good = position.filter(text -> text.text().matches(POSITION)).isPresent();
        position.filter(text -> !good)
                .ifPresent(text -> findings.report(
                        text.mark(), "`position` is `" + text.text() + "`, but must be a number from 1."));
        return SheetChoice.at(good ? Integer.parseInt(position.get().text()) : 1);
    }

    private static List<LabelledCell> cells(Section source, Findings findings, XlsxColumns columns) {
        List<LabelledCell> cells = new ArrayList<>();
        source.entries("cells").forEach((name, entry) -> {
            columns.add(name, entry.mark());
            cell(name, entry, findings).ifPresent(cells::add);
        });
        return cells;
    }

    private static Optional<LabelledCell> cell(String name, Branch.Entry entry, Findings findings) {
        Section cell = Section.of(entry.value(), "a cell", Set.of("label", "look"), findings);
        LabelledCell.Look look = cell.word("look", Set.of("right", "below"))
                .filter("below"::equals)
                .map(below -> LabelledCell.Look.BELOW)
                .orElse(LabelledCell.Look.RIGHT);
        return cell.requiredText("label").map(label -> new LabelledCell(name, label.text(), look));
    }
}
