package org.throughline.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.format.xlsx.HeaderLayer;
import org.throughline.format.xlsx.TableBlock;
import org.throughline.format.xlsx.Unpivot;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Mark;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Text;
import org.throughline.mapping.yaml.Tree;

/** Compiles {@code table}: where a table stands in its sheet, and how its cells become records. */
final class XlsxTableCompiler {
    private static final Set<String> KEYS = Set.of("from", "to", "headers", "rows", "unpivot", "marks");

    private final Findings findings;
    private final XlsxColumns columns;

    XlsxTableCompiler(Findings findings, XlsxColumns columns) {
        this.findings = findings;
        this.columns = columns;
    }

    Optional<TableBlock> table(Tree tree, Mark mark) {
        Section table = Section.of(tree, "`table`", KEYS, findings);
        Optional<String> from = table.required("from").flatMap(value -> label(value, "`from`"));
        Optional<String> to = table.tree("to").flatMap(value -> label(value, "`to`"));
        boolean unpivots = table.names("unpivot");
        List<HeaderLayer> layers = layers(table, unpivots);
        List<Unpivot.Label> labels = labels(table);
        Optional<Unpivot> unpivot = unpivots ? Optional.of(unpivot(table, labels)) : Optional.empty();
        if (unpivots && (layers.isEmpty() || labels.isEmpty())) {
            findings.report(
                    mark,
                    "A table that is unpivoted says under `headers` what stands above its values, and under `rows` what"
                            + " stands before them.");
        }
        return from.map(label -> new TableBlock(label, to, layers, unpivot));
    }

    private Optional<String> label(Tree tree, String what) {
        return Section.of(tree, what, Set.of("label"), findings)
                .requiredText("label")
                .map(Text::text);
    }

    private List<HeaderLayer> layers(Section table, boolean unpivots) {
        List<HeaderLayer> layers = new ArrayList<>();
        for (Tree item : table.items("headers")) {
            Section layer = Section.of(item, "a header row", Set.of("name", "fill"), findings);
            boolean fill = layer.word("fill", Set.of("right")).isPresent();
            layer.requiredText("name").ifPresent(name -> {
                layers.add(new HeaderLayer(name.text(), fill));
                if (unpivots) {
                    columns.add(name.text(), name.mark());
                }
            });
        }
        return layers;
    }

    private List<Unpivot.Label> labels(Section table) {
        List<Unpivot.Label> labels = new ArrayList<>();
        for (Tree item : table.items("rows")) {
            Section label = Section.of(item, "a label of a row", Set.of("name", "column"), findings);
            Optional<Text> column = label.requiredText("column");
            label.requiredText("name").ifPresent(name -> {
                columns.add(name.text(), name.mark());
                column.ifPresent(text -> labels.add(new Unpivot.Label(name.text(), text.text())));
            });
        }
        if (!table.names("unpivot")) {
            for (String key : List.of("rows", "marks")) {
                if (table.has(key)) {
                    findings.report(table.mark(key), "`" + key + "` says nothing without `unpivot`.");
                }
            }
        }
        return labels;
    }

    private Unpivot unpivot(Section table, List<Unpivot.Label> labels) {
        Section unpivot = Section.of(table.tree("unpivot"), table, "`unpivot`", Set.of("value", "mark"));
        Map<String, String> marks = new LinkedHashMap<>();
        table.textEntries("marks").forEach((text, word) -> marks.put(text, word.text()));
        return new Unpivot(
                labels,
                column(unpivot, "value", table.mark("unpivot")),
                column(unpivot, "mark", table.mark("unpivot")),
                marks);
    }

    /** The column of this name, or of another where one is given. */
    private String column(Section unpivot, String key, Mark otherwise) {
        Optional<Text> name = unpivot.text(key);
        String column = name.map(Text::text).orElse(key);
        columns.add(column, name.map(Text::mark).orElse(otherwise));
        return column;
    }
}
