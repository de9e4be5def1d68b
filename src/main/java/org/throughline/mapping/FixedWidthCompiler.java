package org.throughline.mapping;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.throughline.format.RecordFormat;
import org.throughline.format.fixedwidth.FixedLayout;
import org.throughline.format.fixedwidth.FixedWidthDialect;
import org.throughline.format.fixedwidth.FixedWidthFormat;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Text;

/** Compiles fixed width text whose lines all have one layout. */
final class FixedWidthCompiler implements FormatCompiler {
    private static final Set<String> DIALECT_KEYS = Set.of("encoding", "record_length", "short_lines");

    @Override
    public Set<String> sourceKeys() {
        return Set.of("dialect");
    }

    @Override
    public Set<String> fieldKeys() {
        return FixedPlaces.KEYS;
    }

    @Override
    public RecordFormat format(Source source) {
        FixedWidthDialect dialect = dialect(source.section(), source.findings());
        FixedLayoutCompiler compiler = new FixedLayoutCompiler(source.findings());
        FixedLayout layout = compiler.layout(source);
        compiler.check(dialect.recordLength().orElse(0), source.section().mark("fields"));
        return new FixedWidthFormat(dialect, layout);
    }

    /** The dialect of a source, or of a bundle. */
    static FixedWidthDialect dialect(Section within, Findings findings) {
        Section dialect = Section.of(within.tree("dialect"), within, "`dialect`", DIALECT_KEYS);
        boolean pads = dialect.word("short_lines", Set.of("pad", "reject"))
                .filter("pad"::equals)
                .isPresent();
        return new FixedWidthDialect(
                DelimitedCompiler.encodings(dialect, findings), recordLength(dialect, findings), pads);
    }

    private static OptionalInt recordLength(Section dialect, Findings findings) {
        Optional<Text> length = dialect.text("record_length");
        if (length.isEmpty()) {
            return OptionalInt.empty();
        }
        String text = length.get().text();
        if (!text.matches("[1-9]\\d{0,5}") || Integer.parseInt(text) > FixedLayout.LONGEST) {
            findings.report(
                    length.get().mark(),
                    String.format(
                            "`record_length` is `%s`, but must be a number from 1 to %,d.", text, FixedLayout.LONGEST));
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(text));
    }
}
