package org.throughline.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.throughline.intake.Progress;
import org.throughline.intake.UploadTokens;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.TestDatabase;

/** A hub that listens for HTTP, with two synthetic partners and a token of each. */
final class WebScene implements AutoCloseable {
    static final String TOKEN = "tl_token-of-the-partner-aster";
    static final String OTHER = "tl_token-of-the-partner-gneiss";

    private final Path spool;
    private final WebServer server;

    /** Takes files up to a size. */
    WebScene(TestDatabase postgres, Path home, int limit) throws IOException {
        IntakeScene scene =
                new IntakeScene(postgres, home, Path.of("src", "test", "resources", "acceptance", "mappings"));
        for (String sender : List.of("web-aster", "web-gneiss")) {
            scene.rows(
                    "insert into intake.sender (sender, title, kind) values (?, 'Synthetic', 'trial') returning 1",
                    sender);
            scene.rows(
                    "insert into intake.feed (sender, name, mapping) values (?, 'people', 'probe/people') returning 1",
                    sender);
        }
        scene.rows("insert into intake.feed (sender, name, mapping, status) values ('web-aster', 'old', 'probe/people',"
                + " 'stopped') returning 1");
        spool = Files.createDirectories(home.resolve("spool"));
        server = WebServer.start(
                new WebSetting(
                        "127.0.0.1",
                        0,
                        Optional.empty(),
                        home.resolve("logs"),
                        new WebSetting.Limits(limit, Duration.ofSeconds(1), 200, 12)),
                new WebParts(
                        new KnownTokens(),
                        (delivery, trace) -> scene.intake().submit(delivery, Progress.SILENT),
                        scene.ports().ledger(),
                        scene.ports().receipts(),
                        scene.outbox()::annotated,
                        spool,
                        () -> true));
    }

    /** Two partners with a token each. */
    private static final class KnownTokens implements UploadTokens {
        private final Map<String, String> senders = new HashMap<>(
                Map.of(UploadTokens.sha256(TOKEN), "web-aster", UploadTokens.sha256(OTHER), "web-gneiss"));

        @Override
        public Map<String, String> senders() {
            return senders;
        }

        @Override
        public void add(String sender, String sha256) {
            senders.put(sha256, sender);
        }

        @Override
        public int revoke(String sender) {
            senders.values().removeIf(sender::equals);
            return 1;
        }
    }

    int port() {
        return server.port();
    }

    /** Names of what stands in the spool. */
    List<String> spooled() throws IOException {
        try (Stream<Path> files = Files.list(spool)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
