package org.throughline.format.delimited;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DelimitedWriterTest {

    private static String written(Dialect dialect, FormulaPolicy formulas, List<List<String>> records)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DelimitedWriter writer = DelimitedWriter.open(out, dialect, formulas)) {
            for (List<String> record : records) {
                writer.write(record);
            }
        }
        return out.toString(dialect.encodings().get(0));
    }

    private static String csv(FormulaPolicy formulas, String... cells) throws IOException {
        return written(Dialect.csv(), formulas, List.of(List.of(cells)));
    }

    @Test
    void quotesOnlyWhatNeedsQuotes() throws IOException {
        assertThat(csv(FormulaPolicy.KEEP, "a b", "", "x,y", "say \"x\"", "1\r\n2", "z "))
                .isEqualTo("a b,,\"x,y\",\"say \"\"x\"\"\",\"1\r\n2\",z \r\n");
    }

    @Test
    void endsEveryRecordWithCrlf() throws IOException {
        assertThat(written(Dialect.csv(), FormulaPolicy.KEEP, List.of(List.of("a", "b"), List.of("1", "2"))))
                .isEqualTo("a,b\r\n1,2\r\n");
    }

    @Test
    void keepsASingleEmptyCellFromBeingABlankLine() throws IOException {
        assertThat(csv(FormulaPolicy.KEEP, "")).isEqualTo("\"\"\r\n");
    }

    @Test
    void defusesFormulas() throws IOException {
        assertThat(csv(FormulaPolicy.DEFUSE, "=1+1", "+1", "-1", "@x", "\tx", "\rx", "x=1", ""))
                .isEqualTo("'=1+1,'+1,'-1,'@x,'\tx,\"'\rx\",x=1,\r\n");
    }

    @Test
    void keepsFormulasWhereAskedTo() throws IOException {
        assertThat(csv(FormulaPolicy.KEEP, "=1+1", "-1")).isEqualTo("=1+1,-1\r\n");
    }

    @Test
    void quotesWhatWouldBeAComment() throws IOException {
        Dialect dialect = new Dialect(';', '\'', List.of(), Optional.of('#'), Optional.empty(), false);
        assertThat(written(dialect, FormulaPolicy.KEEP, List.of(List.of("#1", "#2", "it's"))))
                .isEqualTo("'#1';#2;'it''s'\r\n");
    }

    @Test
    void refusesWhatADialectWithoutQuotesCannotSay() {
        Dialect dialect = new Dialect('\t', Dialect.NO_QUOTE, List.of(), Optional.empty(), Optional.empty(), false);
        assertThatThrownBy(() -> written(dialect, FormulaPolicy.KEEP, List.of(List.of("a\tb"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A cell of 3 characters holds a delimiter or a line end, and the dialect has no quotes;"
                        + " write it in another one.");
    }

    @Test
    void refusesACharacterThatTheEncodingLacks() {
        Dialect dialect =
                new Dialect(',', '"', List.of(StandardCharsets.ISO_8859_1), Optional.empty(), Optional.empty(), false);
        assertThatThrownBy(() -> written(dialect, FormulaPolicy.KEEP, List.of(List.of("日"))))
                .isInstanceOf(CharacterCodingException.class);
    }
}
