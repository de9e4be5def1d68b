package org.throughline.mapping;

import java.util.HashSet;
import java.util.Set;
import org.throughline.format.RecordFormat;
import org.throughline.format.fhir.FhirFormat;
import org.throughline.mapping.yaml.Mark;

/** Compiles the paths of one type of resource. */
final class FhirCompiler implements FormatCompiler {
    private final String kind;

    FhirCompiler(String kind) {
        this.kind = kind;
    }

    @Override
    public Set<String> sourceKeys() {
        return Set.of();
    }

    @Override
    public boolean columnsArePaths() {
        return true;
    }

    @Override
    public RecordFormat format(Source source) {
        Set<String> agreed = new HashSet<>();
        for (SourceField field : source.table().fields()) {
            Mark mark = source.fields().get(field.name()).mark("column");
            Set<String> paths = new HashSet<>(field.aka());
            paths.add(field.column());
            paths.stream().filter(path -> isPath(path, mark, source)).forEach(agreed::add);
        }
        return new FhirFormat(kind, agreed);
    }

    private static boolean isPath(String path, Mark mark, Source source) {
        try {
            FhirFormat.checkPath(path);
            return true;
        } catch (IllegalArgumentException wrong) {
            source.findings().report(mark, wrong.getMessage());
            return false;
        }
    }
}
