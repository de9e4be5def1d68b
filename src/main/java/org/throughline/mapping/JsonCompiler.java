package org.throughline.mapping;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.format.RecordFormat;
import org.throughline.format.json.JsonFormat;
import org.throughline.format.json.JsonRows;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Mark;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Text;

/** Compiles where the records of a JSON file stand, and the paths of its columns. */
final class JsonCompiler implements FormatCompiler {
    private final boolean lines;

    /** For NDJSON, where every line is a document, or for one document. */
    JsonCompiler(boolean lines) {
        this.lines = lines;
    }

    @Override
    public Set<String> sourceKeys() {
        return Set.of("rows");
    }

    @Override
    public boolean columnsArePaths() {
        return true;
    }

    @Override
    public RecordFormat format(Source source) {
        return new JsonFormat(rows(source.section(), source.findings()), lines, agreed(source));
    }

    private static JsonRows rows(Section section, Findings findings) {
        Optional<Text> text = section.text("rows");
        if (text.isPresent()) {
            try {
                return JsonRows.at(text.get().text());
            } catch (IllegalArgumentException wrong) {
                findings.report(text.get().mark(), wrong.getMessage());
            }
        }
        return JsonRows.top();
    }

    private static Set<String> agreed(Source source) {
        Map<String, Section> fields = source.fields();
        Set<String> agreed = new HashSet<>();
        for (SourceField field : source.table().fields()) {
            Mark mark = fields.get(field.name()).mark("column");
            Set<String> paths = new HashSet<>(field.aka());
            paths.add(field.column());
            paths.stream().filter(path -> isPath(path, mark, source.findings())).forEach(agreed::add);
        }
        return agreed;
    }

    private static boolean isPath(String path, Mark mark, Findings findings) {
        try {
            JsonFormat.checkPath(path);
            return true;
        } catch (IllegalArgumentException wrong) {
            findings.report(mark, wrong.getMessage());
            return false;
        }
    }
}
