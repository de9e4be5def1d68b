package org.throughline.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.throughline.testing.TestQueries;

/** Looks for a value in every column of every table and in every file below a folder. */
final class PlantedValue {
    private static final String TABLES = """
        select table_schema || '.' || table_name from information_schema.tables
         where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1
        """;

    private final TestQueries owner;
    private final Path home;

    PlantedValue(DataSource owner, Path home) {
        this.owner = new TestQueries(owner);
        this.home = home;
    }

    /** Where the value is: tables and files by name. */
    List<String> whereIs(String value) throws IOException {
        List<String> places = new ArrayList<>();
        String hex = HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
        for (List<String> table : owner.rows(TABLES)) {
            String count = owner.value(
                            "select count(*) from " + table.get(0) + " t where position(? in to_jsonb(t)::text) > 0 or"
                                    + " position(? in to_jsonb(t)::text) > 0",
                            value,
                            hex)
                    .toString();
            if (!count.equals("0")) {
                places.add(table.get(0));
            }
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(value)) {
                    places.add(home.relativize(file).toString());
                }
            }
        }
        return places;
    }
}
