package org.throughline.mapping;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.throughline.canonical.Entity;
import org.throughline.format.Annotation;
import org.throughline.format.ByteSource;
import org.throughline.format.RecordReader;

/** How one member file is read and mapped. */
public interface MemberMapping {

    /** Name of the member in the archive; for a plain file the mapping's own word, shown where a member is asked for. */
    String member();

    /** True where the bundle is held without it. */
    boolean required();

    /** Opens a reader over the bytes; the place of every record names the member given. */
    RecordReader open(ByteSource bytes, String member) throws IOException;

    /**
     * Writes what the hub made of each record, by record number: the member with three more columns where its format has
     * room for them, else a comma-separated list of its records.
     */
    void annotate(ByteSource original, LongFunction<Optional<Annotation>> annotations, OutputStream copy)
            throws IOException;

    /** True where {@link #annotate} gives the original with more columns, false where it gives a list beside it. */
    boolean annotatesOriginal();

    /** Holds the mapping against the header of a file and the facts of its submission. */
    Binding bind(List<String> header, Facts facts);

    /** How the mapping uses the columns of this header, one for each. */
    List<ColumnUse> columns(List<String> header);

    /** Codes and constants that the mapping itself may write into a canonical field: they tell nothing about anybody. */
    Set<String> words(Entity entity, String field);

    /** The expressions that a record costs at most. */
    ExpressionCount expressions();

    /** Entities whose records end when a snapshot no longer holds them. */
    Set<Entity> closedByAbsence();
}
