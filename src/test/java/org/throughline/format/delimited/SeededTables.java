package org.throughline.format.delimited;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes dialects, headers and records; the same from the same seed. */
final class SeededTables {
    private static final String[] PIECES = {
        "a",
        "Z",
        "0",
        " ",
        ",",
        ";",
        "\t",
        "|",
        "\"",
        "'",
        "\r",
        "\n",
        "\r\n",
        "#",
        "=",
        "-",
        "é",
        "日",
        "😎",
        "\uFFFD",
        "long text"
    };
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, Charset.forName("GB18030"));

    private final Random random;

    SeededTables(long seed) {
        this.random = new Random(seed);
    }

    Dialect dialect() {
        char delimiter = ",;\t|\u0001".charAt(random.nextInt(5));
        char quote = "\"'".charAt(random.nextInt(2));
        Optional<Character> comment = random.nextBoolean() ? Optional.of('#') : Optional.empty();
        Charset charset = CHARSETS.get(random.nextInt(CHARSETS.size()));
        return new Dialect(delimiter, quote, List.of(charset), comment, Optional.empty(), false);
    }

    List<String> header() {
        List<String> names = new ArrayList<>();
        int columns = 1 + random.nextInt(6);
        for (int index = 0; index < columns; index++) {
            names.add(cell() + "column" + index);
        }
        return names;
    }

    List<List<String>> records(int columns) {
        List<List<String>> records = new ArrayList<>();
        int count = random.nextInt(20);
        for (int index = 0; index < count; index++) {
            records.add(record(columns));
        }
        return records;
    }

    private List<String> record(int columns) {
        List<String> cells = new ArrayList<>();
        for (int index = 0; index < columns; index++) {
            cells.add(cell());
        }
        return cells;
    }

    private String cell() {
        StringBuilder cell = new StringBuilder();
        int pieces = random.nextInt(6);
        for (int index = 0; index < pieces; index++) {
            cell.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return cell.toString();
    }

    /** The bytes with a few of them changed, left out or doubled. */
    byte[] damaged(byte[] bytes) {
        byte[] damaged = bytes.clone();
        int changes = 1 + random.nextInt(8);
        for (int index = 0; index < changes && damaged.length > 0; index++) {
            int at = random.nextInt(damaged.length);
            damaged[at] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : "\"\r\n,\0\u00C3".charAt(random.nextInt(6)));
        }
        int length = random.nextInt(4) == 0 ? random.nextInt(damaged.length + 1) : damaged.length;
        return java.util.Arrays.copyOf(damaged, length);
    }
}
