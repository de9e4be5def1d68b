package org.throughline.format.fixedwidth;

import java.io.IOException;
import org.throughline.format.ByteSource;
import org.throughline.format.RecordFormat;
import org.throughline.format.RecordReader;

/** Fixed width text of one layout, as a format that a mapping can name. */
public record FixedWidthFormat(FixedWidthDialect dialect, FixedLayout layout) implements RecordFormat {

    @Override
    public RecordReader open(ByteSource source, String member) throws IOException {
        return FixedWidthReader.open(source, member, dialect, layout);
    }
}
