package org.throughline.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.throughline.release.Manifest.MeasureNote;
import org.throughline.release.Manifest.Notice;
import org.throughline.release.Manifest.Superseded;

final class ManifestJsonTest {
    private static final String HASH = "0123456789abcdef".repeat(4);

    @Test
    void readsBackWhatItWrote() {
        assertThat(ManifestJson.read(ManifestJson.write(full()))).isEqualTo(full());
        assertThat(ManifestJson.read(ManifestJson.write(small()))).isEqualTo(small());
    }

    @Test
    void writesWhatTheSchemaAsksFor() throws IOException {
        assertThat(faults(ManifestJson.write(full()))).isEmpty();
        assertThat(faults(ManifestJson.write(small()))).isEmpty();
    }

    @Test
    void schemaRefusesAPlantedFault() throws IOException {
        assertThat(faults(ManifestJson.write(full()).replace("\"rows\" : 3", "\"rows\" : -3")))
                .isNotEmpty();
        assertThat(faults(ManifestJson.write(full()).replace("\"recipient\"", "\"receiver\"")))
                .isNotEmpty();
    }

    @Test
    void schemaDescribesEveryColumn() throws IOException {
        assertThat(OutcomeFileWriter.COLUMNS)
                .allSatisfy(column -> assertThat(schemaText()).contains("\"" + column + "\": {"));
    }

    private static Manifest full() {
        return new Manifest(
                "hope_outcomes_20240614_0002.csv",
                HASH,
                3,
                2,
                Instant.parse("2024-06-15T02:00:00.123456Z"),
                LocalDate.parse("2024-06-14"),
                "hope",
                Optional.of(new Superseded("hope_outcomes_20240613_0001.csv", HASH)),
                List.of(new MeasureNote("cw.m", 1, "P6M", 3, Optional.of(LocalDate.parse("2024-05-31")))),
                List.of(new Notice("Not for further disclosure.", List.of("cw.m"))));
    }

    private static Manifest small() {
        return new Manifest(
                "hope_outcomes_20240613_0001.csv",
                HASH,
                0,
                1,
                Instant.parse("2024-06-14T02:00:00Z"),
                LocalDate.parse("2024-06-13"),
                "hope",
                Optional.empty(),
                List.of(new MeasureNote("cw.m", 1, "P6M", 3, Optional.empty())),
                List.of());
    }

    private static List<Error> faults(String manifest) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaText(), InputFormat.JSON);
        return schema.validate(manifest, InputFormat.JSON);
    }

    private static String schemaText() throws IOException {
        try (var stream = ManifestJsonTest.class.getResourceAsStream("/schema/outcome-file-v1.schema.json")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
