package org.throughline.format.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.LongFunction;
import org.throughline.format.AnnotatingFormat;
import org.throughline.format.Annotation;
import org.throughline.format.ByteSource;
import org.throughline.format.RecordFormat;
import org.throughline.format.RecordReader;

/** Excel workbooks laid out in one way, a record in each row. */
public final class XlsxFormat implements AnnotatingFormat {
    private final XlsxLayout layout;

    private XlsxFormat(XlsxLayout layout) {
        this.layout = layout;
    }

    /** The format with this layout; where cells become records of their own, it cannot annotate. */
    public static RecordFormat of(XlsxLayout layout) {
        return layout.recordPerRow()
                ? new XlsxFormat(layout)
                : (source, member) -> XlsxReader.open(source, member, layout);
    }

    @Override
    public RecordReader open(ByteSource source, String member) throws IOException {
        return XlsxReader.open(source, member, layout);
    }

    @Override
    public void annotate(ByteSource original, LongFunction<Optional<Annotation>> annotations, OutputStream copy)
            throws IOException {
        AnnotatedXlsx.write(original, layout, annotations, copy);
    }
}
