package org.throughline.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.throughline.format.RecordFormat;
import org.throughline.format.xml.XmlFormat;
import org.throughline.format.xml.XmlRows;
import org.throughline.mapping.yaml.Mark;
import org.throughline.mapping.yaml.Text;

/** Compiles where the records of an XML file stand, and the paths of its columns. */
final class XmlCompiler implements FormatCompiler {
    private static final XmlRows NONE = new XmlRows(List.of("rows"));

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
        return new XmlFormat(rows(source), agreed(source));
    }

    private static XmlRows rows(Source source) {
        Optional<Text> text = source.section().requiredText("rows");
        if (text.isPresent()) {
            try {
                return XmlRows.at(text.get().text());
            } catch (IllegalArgumentException wrong) {
                source.findings().report(text.get().mark(), wrong.getMessage());
            }
        }
        return NONE;
    }

    private static Set<String> agreed(Source source) {
        Set<String> agreed = new HashSet<>();
        for (SourceField field : source.table().fields()) {
            Mark mark = source.fields().get(field.name()).mark("column");
            Set<String> paths = new HashSet<>(field.aka());
            paths.add(field.column());
            paths.stream().filter(path -> isPath(path, mark, source)).forEach(agreed::add);
        }
        return agreed;
    }

    private static boolean isPath(String path, Mark mark, Source source) {
        try {
            XmlFormat.checkPath(path);
            return true;
        } catch (IllegalArgumentException wrong) {
            source.findings().report(mark, wrong.getMessage());
            return false;
        }
    }
}
