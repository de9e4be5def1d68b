package org.throughline.mapping;

import java.util.Map;
import java.util.Set;
import org.throughline.format.RecordFormat;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Section;

/** Compiles what a mapping says of one format under {@code source}. */
interface FormatCompiler {

    /** Keys under {@code source} that this format has beyond the common ones. */
    Set<String> sourceKeys();

    /** Keys of a field that this format has beyond the common ones. */
    default Set<String> fieldKeys() {
        return Set.of();
    }

    /** True where columns are paths, so that a column left aside may end in {@code *} and stand for all that begin so. */
    default boolean columnsArePaths() {
        return false;
    }

    /** The format with its settings; what is wrong with them is a finding. */
    RecordFormat format(Source source);

    /**
     * What a mapping says of its source.
     *
     * @param section the whole of {@code source}
     * @param fields the section of every field, by its name, in the order of the mapping
     * @param table the compiled fields and the columns left aside
     */
    record Source(Section section, Map<String, Section> fields, SourceTable table, Findings findings) {}
}
