package org.throughline.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.intake.Account.Completion.RENAME;
import static org.throughline.route.Partnership.SENDER;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LyingServerIT {
    private static final Map<String, String> LIES = lies();

    @TempDir
    private Path folder;

    private final LyingServer liar = new LyingServer(LIES);
    private Partnership partnership;

    private static Map<String, String> lies() {
        Map<String, String> lies = new LinkedHashMap<>();
        lies.put("a1.csv", "x/../../private/secret.csv");
        lies.put("a2.csv", "../private/secret.csv");
        lies.put("a3.csv", "/private/secret.csv");
        lies.put("a4.csv", "..\\private\\secret.csv");
        lies.put("a5.csv", ".hidden");
        lies.put("a6.csv", "participants'; drop table client; --.csv");
        lies.put("a7.csv", "participants\nINFO all is well.csv");
        lies.put("a8.csv", "participants_*.csv");
        lies.put("a9.csv", "participants_" + "x".repeat(250) + ".csv");
        lies.put("b1.csv", "participants_${sys.user.home}.csv");
        lies.put("b2.csv", "participants_\u202efdp.csv");
        return lies;
    }

    @BeforeEach
    void open() {
        partnership = new Partnership(folder, liar);
        Partnership.write(partnership.home.resolve("private/secret.csv"), "secret");
        LIES.keySet().forEach(name -> partnership.put(name, "lie"));
        partnership.put("x/a folder of this name makes the first lie work", "");
        partnership.put("participants_1.csv", "id\n1\n");
        partnership.put("participants_2.csv", "id\n2\n");
    }

    @AfterEach
    void close() {
        partnership.close();
    }

    @Test
    void takesTheGoodFilesAndTouchesNothingElse() {
        Pulled pulled = partnership.with(RENAME).routes.pullOnce(SENDER);

        assertThat(pulled.files()).containsExactly("participants_1.csv", "participants_2.csv");
        assertThat(liar.touched)
                .containsExactlyInAnyOrder(
                        "open /inbox/participants_1.csv",
                        "open /inbox/participants_2.csv",
                        "move /inbox/participants_1.csv /archive/20261006T060000Z-participants_1.csv",
                        "move /inbox/participants_2.csv /archive/20261006T060000Z-participants_2.csv");
        assertThat(partnership.home.resolve("private/secret.csv")).hasContent("secret");
        assertThat(partnership.names("inbox")).containsAll(LIES.keySet()).hasSize(LIES.size() + 1);
    }

    @Test
    void tellsEveryRefusedNameByItsShape() {
        partnership.with(RENAME).routes.pullOnce(SENDER);
        partnership.routes.pullOnce(SENDER);

        assertThat(partnership.codes()).hasSize(LIES.size()).containsOnly("NAME_REFUSED");
        assertThat(partnership.facts())
                .contains(
                        "The inbox of harborlight lists a name of 26 characters with a path separator; it is neither"
                                + " read, moved nor deleted.",
                        "The inbox of harborlight lists a name of 7 characters that starts with a dot; it is neither"
                                + " read, moved nor deleted.",
                        "The inbox of harborlight lists a name of 33 characters with a control character; it is neither"
                                + " read, moved nor deleted.",
                        "The inbox of harborlight lists a name of 40 characters with signs that are not allowed; it is"
                                + " neither read, moved nor deleted.")
                .noneMatch(fact -> LIES.values().stream().anyMatch(fact::contains));
    }

    /** Planted: the liar is a real danger. Camel without the hub's filter reads what lies outside the folder. */
    @Test
    void reachesOutsideWhereTheFilterIsMissing() throws Exception {
        ConcurrentLinkedQueue<String> read = new ConcurrentLinkedQueue<>();
        CountDownLatch secret = new CountDownLatch(1);
        try (DefaultCamelContext bare = new DefaultCamelContext()) {
            bare.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("sftp:" + partnership.server.host() + ":" + partnership.server.port() + "/inbox?username="
                                    + SENDER + "&privateKeyFile=" + partnership.keyFile
                                    + "&useUserKnownHostsFile=false&noop=true&stepwise=false&initialDelay=0"
                                    + "&include=x.*")
                            .process(exchange -> {
                                read.add(exchange.getIn().getBody(String.class));
                                secret.countDown();
                            });
                }
            });
            bare.start();
            assertThat(secret.await(20, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(List.copyOf(read)).contains("secret");
        assertThat(Files.readString(partnership.home.resolve("private/secret.csv"), StandardCharsets.UTF_8))
                .isEqualTo("secret");
    }
}
