package org.throughline.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.format.delimited.DelimitedReader;
import org.throughline.format.delimited.Dialect;
import org.throughline.format.zip.Bundle;
import org.throughline.format.zip.BundleWriter;
import org.throughline.format.zip.Limits;

final class BundledMemberTest {
    private static final String MEMBER = "Client.csv";

    @TempDir
    private Path folder;

    private Path bundle(String content) throws IOException {
        Path zip = folder.resolve("bundle.zip");
        try (BundleWriter writer = BundleWriter.open(Files.newOutputStream(zip));
                OutputStream member = writer.member(MEMBER)) {
            member.write(content.getBytes(UTF_8));
        }
        return zip;
    }

    private static List<Reading> read(Path zip, Limits limits) throws IOException {
        List<Reading> readings = new ArrayList<>();
        try (Bundle bundle = Bundle.open(zip, limits);
                RecordReader reader =
                        DelimitedReader.open(bundle.source(bundle.members().get(0)), MEMBER, Dialect.csv())) {
            for (Optional<Reading> next = reader.next(); next.isPresent(); next = reader.next()) {
                readings.add(next.get());
            }
        }
        return readings;
    }

    @Test
    void readsTheRecordsOfAMember() throws IOException {
        assertThat(read(bundle("a,b\n1,2\n"), Limits.usual()))
                .singleElement()
                .hasToString("SourceRecord[Place[member=Client.csv, record=1, line=2, row=2, column=], 2 cells]");
    }

    @Test
    void endsWithTheNewsThatAMemberUnfoldsTooFar() throws IOException {
        Limits limits = new Limits(10, 10_000_000, 10_000_000, 20, 1_000_000);
        List<Reading> readings = read(bundle("a,b\n" + "1,2\n".repeat(2_000_000)), limits);
        assertThat(readings).hasSizeGreaterThan(100_000).last().isInstanceOf(BrokenInput.class);
        assertThat(readings.get(readings.size() - 1).toString())
                .contains("ARCHIVE_REFUSED", "The member Client.csv unfolds to 20 times its size or more.");
    }
}
