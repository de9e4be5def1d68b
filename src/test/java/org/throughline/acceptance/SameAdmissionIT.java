package org.throughline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.TestDatabase;

/** One synthetic admission, told by HL7 version 2 and by FHIR R4: the canonical records are the same. */
final class SameAdmissionIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final Path FILES = Path.of("src/test/resources/acceptance/same-admission");

    @TempDir
    private Path home;

    @Test
    void givesTheSameRecordsInBothFormats() {
        IntakeScene scene = new IntakeScene(POSTGRES, home);
        Beliefs messages = Beliefs.ofNewSender(scene, "messages", "hl7-adt");
        Beliefs resources = Beliefs.ofNewSender(scene, "resources", "fhir-r4");

        assertThat(scene.run(messages.feed(), FILES.resolve("admission.hl7")).clean())
                .isTrue();
        assertThat(scene.run(resources.feed(), FILES.resolve("admission.json")).clean())
                .isTrue();

        assertThat(messages.current("client_record")).isEqualTo(1);
        assertThat(messages.current("admin_event")).isEqualTo(1);
        for (String entity : List.of("client_record", "admin_event")) {
            assertThat(messages.current().get(entity))
                    .as(entity)
                    .isEqualTo(resources.current().get(entity));
        }
    }
}
