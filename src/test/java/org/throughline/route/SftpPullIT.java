package org.throughline.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.intake.Account.Completion.DONE_FILE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SftpPullIT {
    @TempDir
    Path folder;

    @Test
    void takesFileThatIsDoneAndArchivesBoth() {
        try (Partnership partnership = new Partnership(folder).with(DONE_FILE)) {
            partnership.put("participants_1.csv", "id\n1\n");
            partnership.put("participants_1.csv.done", "rows=1\n");

            Pulled pulled = partnership.routes.pullOnce(Partnership.SENDER);

            assertThat(pulled.files()).containsExactly("participants_1.csv");
            assertThat(pulled.events()).isEmpty();
            assertThat(partnership.arrived.get(0).doneFile()).contains("rows=1\n");
            assertThat(partnership.arrived.get(0).bytes()).isEqualTo("id\n1\n".getBytes(StandardCharsets.UTF_8));
            assertThat(partnership.names("inbox")).isEmpty();
            assertThat(partnership.names("archive"))
                    .containsExactly("20261006T060000Z-participants_1.csv", "20261006T060000Z-participants_1.csv.done");
            assertThat(Partnership.names(partnership.hub.resolve("spool"))).isEmpty();
        }
    }
}
