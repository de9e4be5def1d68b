package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.TestDatabase;

/** Uploads and receipts with a real HTTP client, and with sockets where a client would be too polite. */
final class WebServerIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final String ROWS = "Number,First,Last,Born,SSN,Sex,Note\nP-1,Hazel,Aster,1980-02-29,,F,\n";
    private static final String TOKEN = WebScene.TOKEN;
    private static final String OTHER = WebScene.OTHER;
    private static final int LIMIT = 300_000;

    @TempDir
    private static Path home;

    private static WebScene scene;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void open() throws IOException {
        scene = new WebScene(POSTGRES, home, LIMIT);
    }

    @AfterAll
    static void close() {
        scene.close();
    }

    private static HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + scene.port() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> upload(String path, String token, byte[] body) throws Exception {
        return send(request(path, token).POST(BodyPublishers.ofByteArray(body)));
    }

    private static HttpResponse<String> upload(String path, String token, String body) throws Exception {
        return upload(path, token, body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> spooled() throws IOException {
        return scene.spooled();
    }

    @Test
    void takesAFileAndShowsItsReceiptToItsSenderOnly() throws Exception {
        HttpResponse<String> taken = upload("/feeds/web-aster/people/files?name=people_1.csv", TOKEN, ROWS);

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        String place = taken.headers().firstValue("Location").orElseThrow();
        assertThat(taken.body())
                .matches("\\{\"submission\":\\d+,\"receipt\":\"/receipts/\\d+\",\"sha256\":\"[0-9a-f]{64}\","
                        + "\"status\":\"loaded\"}\n");
        HttpResponse<String> receipt = send(request(place, TOKEN));
        assertThat(receipt.statusCode()).isEqualTo(200);
        assertThat(receipt.body()).contains("\"file\":\"people_1.csv\"").doesNotContain("Hazel");
        HttpResponse<String> others = send(request(place, OTHER));
        HttpResponse<String> unknown = send(request("/receipts/999999999", OTHER));
        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(others.body().replace(place, "")).isEqualTo(unknown.body().replace("/receipts/999999999", ""));
        assertThat(spooled()).isEmpty();
    }

    @Test
    void takesABodyThatSaysItIsAForm() throws Exception {
        HttpResponse<String> taken = send(request("/feeds/web-aster/people/files?name=people%20form.csv", TOKEN)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(ROWS.replace("P-1", "P-7"))));

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
    }

    @Test
    void saysTheSameOfEqualBytesAsTheCommandLineDoes() throws Exception {
        String rows = ROWS.replace("P-1", "P-9");
        upload("/feeds/web-aster/people/files?name=people_9.csv", TOKEN, rows);

        assertThat(upload("/feeds/web-aster/people/files?name=people_9.csv", TOKEN, rows)
                        .body())
                .contains("\"status\":\"duplicate\"");
    }

    @Test
    void refusesAnotherPartnersFeedAnUnknownOneAndAStoppedOne() throws Exception {
        assertThat(upload("/feeds/web-aster/people/files?name=a.csv", OTHER, ROWS)
                        .statusCode())
                .isEqualTo(403);
        assertThat(upload("/feeds/web-aster/none/files?name=a.csv", TOKEN, ROWS).statusCode())
                .isEqualTo(404);
        assertThat(upload("/feeds/web-aster/old/files?name=a.csv", TOKEN, ROWS).statusCode())
                .isEqualTo(409);
        assertThat(upload("/nowhere", TOKEN, ROWS).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesWhoHasNoTokenWithoutSayingWhy() throws Exception {
        HttpResponse<String> refused =
                send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + scene.port() + "/receipts/1"))
                        .GET());

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).isEqualTo("{\"title\":\"Unauthorized\",\"status\":401}\n");
        assertThat(refused.headers().map().keySet()).doesNotContain("set-cookie", "server");
        assertThat(refused.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(refused.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; frame-ancestors 'none'");
        assertThat(refused.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        for (String token :
                List.of("", "x", TOKEN + "x", TOKEN.toUpperCase(java.util.Locale.ROOT), OTHER + " " + TOKEN)) {
            assertThat(upload("/feeds/web-aster/people/files?name=a.csv", token, ROWS)
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(Stream.generate(() -> "wrong").limit(20).map(WebServerIT::status))
                .contains(429);
        assertThat(send(request("/receipts/999999999", TOKEN)).statusCode()).isEqualTo(404);
    }

    private static int status(String token) {
        try {
            return send(request("/receipts/1", token)).statusCode();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void refusesNamesThatReachElsewhere() throws Exception {
        for (String name : List.of("", "name=", "name=..%2Fx.csv", "name=%00", "name=.x", "file=x.csv")) {
            HttpResponse<String> refused = upload("/feeds/web-aster/people/files?" + name, TOKEN, ROWS);
            assertThat(refused.statusCode()).as(name).isEqualTo(400);
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
        assertThat(raw(head("Content-Length: 1\r\nConnection: close\r\n\r\nx").replace("cut.csv", "%zz"), true))
                .contains("400");
    }

    @Test
    void refusesWhatIsTooLargeOrEmptyWhetherOrNotItSaysSo() throws Exception {
        byte[] large = new byte[LIMIT + 1];
        Arrays.fill(large, (byte) 'x');
        String path = "/feeds/web-aster/people/files?name=large.csv";

        assertThat(upload(path, TOKEN, large).statusCode()).isEqualTo(413);
        assertThat(send(request(path, TOKEN)
                                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large))))
                        .statusCode())
                .isEqualTo(413);
        assertThat(upload(path, TOKEN, "").statusCode()).isEqualTo(400);
        assertThat(spooled()).isEmpty();
    }

    /** Sends these bytes, ends its side where asked to, and returns the first line of the answer. */
    private static String raw(String text, boolean ends) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", scene.port())) {
            socket.setSoTimeout(15_000);
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            if (ends) {
                socket.shutdownOutput();
            }
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }

    private static String head(String more) {
        return "POST /feeds/web-aster/people/files?name=cut.csv HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer " + TOKEN
                + "\r\n" + more;
    }

    @Test
    void keepsNothingOfABodyThatIsCutOrFallsSilent() throws Exception {
        int before = submissions();
        assertThat(raw(head("Content-Length: 1000\r\n\r\nNumber,First"), true)).contains("400");
        assertThat(raw(head("Content-Length: 1000\r\n\r\nNumber,First"), false)).containsAnyOf("400", "408");
        assertThat(raw(head("Transfer-Encoding: chunked\r\n\r\n64\r\nNumber"), true))
                .contains("400");
        assertThat(raw(head("Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef"), true))
                .contains("400");
        assertThat(spooled()).isEmpty();
        assertThat(submissions()).isEqualTo(before);
    }

    private static int submissions() {
        return new IntakeScene(POSTGRES, home)
                .rows("select 1 from intake.submission")
                .size();
    }

    @Test
    void endsConnectionsThatNeverEndTheirHead() throws Exception {
        assertThat(raw("GET /receipts/1 HTTP/1.1\r\nHost:", false))
                .satisfiesAnyOf(
                        line -> assertThat(line).isEmpty(),
                        line -> assertThat(line).contains("400"));
        assertThat(raw("GET /receipts/1 HTTP/1.1\r\nHost: hub\r\nX: " + "x".repeat(20_000) + "\r\n\r\n", false))
                .satisfiesAnyOf(
                        line -> assertThat(line).contains("400"),
                        line -> assertThat(line).contains("431"));
        assertThat(raw("GET /../../etc/passwd HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n", true))
                .containsAnyOf("400", "401");
        assertThat(raw("GET /%2e%2e/receipts/1;x=y HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n", true))
                .containsAnyOf("400", "401");
        assertThat(send(request("/health", "")).body()).isEqualTo("{\"status\":\"ready\"}\n");
    }

    @Test
    void logsNeitherNamesOfFilesNorTokens() throws Exception {
        upload("/feeds/web-aster/people/files?name=secret_name.csv", TOKEN, ROWS.replace("P-1", "P-8"));

        assertThat(log("/feeds/web-aster/people/files 201")).doesNotContain("secret_name", "tl_");
    }

    /** The access log, as soon as it holds this. */
    private static String log(String awaited) throws IOException {
        long start = System.nanoTime();
        String text = "";
        while (!text.contains(awaited)
                && System.nanoTime() - start < Duration.ofSeconds(10).toNanos()) {
            try (Stream<Path> files = Files.list(home.resolve("logs"))) {
                text = files.map(WebServerIT::text).reduce("", String::concat);
            }
        }
        assertThat(text).contains(awaited);
        return text;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
