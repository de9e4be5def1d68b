package org.throughline.mapping;

import java.util.Set;
import java.util.function.Function;
import org.throughline.format.RecordKinds;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Section;

/** Compiles what a mapping says under {@code bundle} of a file that holds several kinds of record. */
interface KindsCompiler {

    /** Keys under {@code bundle} that this format has beyond the common ones. */
    Set<String> bundleKeys();

    /** The file as a whole, and how each of its kinds is read; what is wrong with the settings is a finding. */
    Kinds kinds(Section bundle, Findings findings);

    /**
     * A file of several kinds of record.
     *
     * @param members the compiler of a kind's own file, by the name of the kind; its formats open the whole file and read
     *     the records of that kind
     */
    record Kinds(RecordKinds file, Function<String, FormatCompiler> members) {}
}
