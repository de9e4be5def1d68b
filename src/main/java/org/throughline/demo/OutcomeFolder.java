package org.throughline.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.throughline.format.ByteSource;
import org.throughline.format.Reading;
import org.throughline.format.SourceRecord;
import org.throughline.format.delimited.DelimitedReader;
import org.throughline.format.delimited.Dialect;

/** Reads an outcome file as its provider would. */
record OutcomeFolder(Set<String> clients, Map<String, Long> statuses) {

    /** What the newest of these files tells; nothing where there is none. */
    static OutcomeFolder newest(List<Path> files) {
        OutcomeFolder told = new OutcomeFolder(new TreeSet<>(), new TreeMap<>());
        if (files.isEmpty()) {
            return told;
        }
        Path newest = files.get(files.size() - 1);
        try (DelimitedReader reader =
                DelimitedReader.open(ByteSource.of(newest), newest.getFileName().toString(), Dialect.csv())) {
            int client = reader.header().indexOf("client_id");
            int status = reader.header().indexOf("status");
            Optional<Reading> reading = reader.next();
            while (reading.isPresent()) {
                SourceRecord row = (SourceRecord) reading.get();
                told.clients().add(row.cells().get(client));
                told.statuses().merge(row.cells().get(status), 1L, Long::sum);
                reading = reader.next();
            }
            return told;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
