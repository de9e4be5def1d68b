package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.testing.TestDatabase;

/** Files in forms, as browsers and curl send them, and annotated originals back. All rows are synthetic. */
final class WebFormsIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final String PLACE = "/feeds/web-aster/people/files";
    private static final String ROWS =
            "Number,First,Last,Born,SSN,Sex,Note\n%s,Hazel,Aster,1980-02-29,,F,\nP-99,Ivy,Gneiss,2099-01-01,,F,\n";
    private static final String END = "\r\n--frame--\r\n";
    private static final int LIMIT = 300_000;

    @TempDir
    private static Path home;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static WebScene scene;

    @BeforeAll
    static void open() throws IOException {
        scene = new WebScene(POSTGRES, home, LIMIT);
    }

    @AfterAll
    static void close() {
        scene.close();
    }

    private static String rows(String number) {
        return ROWS.formatted(number);
    }

    private static String part(String disposition, String content) {
        return "--frame\r\nContent-Disposition: form-data; " + disposition
                + "\r\nContent-Type: application/octet-stream\r\n\r\n" + content;
    }

    private static String file(String name, String content) {
        return part("name=\"file\"; filename=\"" + name + "\"", content);
    }

    private static HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + scene.port() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> post(String path, String form) throws Exception {
        return CLIENT.send(
                request(path, WebScene.TOKEN)
                        .header("Content-Type", "multipart/form-data; boundary=frame")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path, String token) throws Exception {
        return CLIENT.send(request(path, token).build(), BodyHandlers.ofString());
    }

    @Test
    void takesTheFileOfAFormAndPassesOverItsFields() throws Exception {
        HttpResponse<String> taken = post(
                PLACE,
                part("name=\"comment\"", "none") + "\r\n" + file("people_11.csv", rows("P-11")) + "\r\n"
                        + part("name=\"other\"; filename=\"\"", "") + END);

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        String place = taken.headers().firstValue("Location").orElseThrow();
        assertThat(taken.body()).contains("\"receipt\":\"" + place + "\"", "\"status\":\"loaded\"");
        assertThat(get(place, WebScene.TOKEN).body()).contains("\"file\":\"people_11.csv\"");
        assertThat(scene.spooled()).isEmpty();
    }

    @Test
    void takesTheNameOfTheQueryBeforeTheFormsOwn() throws Exception {
        HttpResponse<String> taken =
                post(PLACE + "?name=people_12.csv", file("C:\\desk\\people.csv", rows("P-12")) + END);

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
    }

    @Test
    void takesWhatCurlSends() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not installed on this machine");
        Path file = Files.writeString(home.resolve("people_curl.csv"), rows("P-13"));

        Process curl = new ProcessBuilder(
                        "/usr/bin/curl",
                        "-sS",
                        "-H",
                        "Authorization: Bearer " + WebScene.TOKEN,
                        "-F",
                        "file=@" + file,
                        "http://127.0.0.1:" + scene.port() + PLACE)
                .redirectErrorStream(true)
                .start();
        String told = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(curl.waitFor()).as(told).isZero();
        assertThat(told).matches("\\{\"submission\":\\d+,\"receipt\":\"/receipts/\\d+\",.*\"status\":\"loaded\"}\n");
    }

    @ParameterizedTest
    @CsvSource({
        "../x.csv, The file has a name of 8 characters with a path separator. Give it a plain name.",
        "C:\\x.csv, The file has a name of 8 characters with a path separator. Give it a plain name.",
        ".x.csv, The file has a name of 6 characters that starts with a dot. Give it a plain name.",
        "x*.csv, The file has a name of 6 characters with signs that are not allowed. Give it a plain name.",
        "x\u0000.csv, The file has a name with a control character.",
        "x\u0007.csv, The file has a name of 6 characters with a control character. Give it a plain name."
    })
    void refusesNamesThatReachElsewhere(String name, String detail) throws Exception {
        HttpResponse<String> refused = post(PLACE, file(name, rows("P-14")) + END);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"detail\":\"" + detail + "\"");
        assertThat(scene.spooled()).isEmpty();
    }

    @Test
    void refusesALongNameAndANameInsideTheEncoding() throws Exception {
        assertThat(post(PLACE, file("x".repeat(300), rows("P-14")) + END).body())
                .contains("that is longer than 200 bytes");
        String hidden = part("name=\"file\"; filename*=UTF-8''..%2Fx.csv", rows("P-14"));
        assertThat(post(PLACE, hidden + END).body()).contains("with a path separator");
    }

    @Test
    void refusesFormsWithoutAFileWithTwoAndWithAnEmptyOne() throws Exception {
        assertThat(post(PLACE, part("name=\"file\"", "x") + END).body()).contains("The form holds no file.");
        assertThat(post(PLACE, file("a.csv", rows("P-15")) + "\r\n" + file("b.csv", rows("P-16")) + END)
                        .body())
                .contains("The form holds more than one file. Nothing was kept; send one file at a time.");
        assertThat(post(PLACE, file("a.csv", "") + END).body()).contains("The file is empty.");
        assertThat(post(PLACE, (part("name=\"a\"", "x") + "\r\n").repeat(21) + file("a.csv", rows("P-15")) + END)
                        .body())
                .contains("The form has more than 20 parts.");
        assertThat(scene.spooled()).isEmpty();
    }

    @Test
    void refusesWhatIsTooLarge() throws Exception {
        String large = "x".repeat(LIMIT + 1);

        assertThat(post(PLACE, file("large.csv", large) + END).statusCode()).isEqualTo(413);
        assertThat(CLIENT.send(
                                request(PLACE, WebScene.TOKEN)
                                        .header("Content-Type", "multipart/form-data; boundary=frame")
                                        .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(
                                                (part("name=\"field\"", large.repeat(2)) + END)
                                                        .getBytes(StandardCharsets.US_ASCII))))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(413);
        assertThat(scene.spooled()).isEmpty();
    }

    @Test
    void keepsNothingOfAFormThatIsCutOrIsNone() throws Exception {
        String whole = file("cut.csv", rows("P-17")) + END;

        assertThat(post(PLACE, whole.substring(0, whole.length() - 12)).body())
                .contains("The form is not whole or not well formed. Nothing was kept; send it again.");
        assertThat(post(PLACE, rows("P-17")).statusCode()).isEqualTo(400);
        assertThat(raw("Content-Type: multipart/form-data\r\nContent-Length: 4\r\n\r\nabcd"))
                .contains("400");
        assertThat(raw("Content-Type: multipart/form-data; boundary=frame\r\nContent-Length: 9000\r\n\r\n" + whole))
                .containsAnyOf("201", "400");
        assertThat(raw("Content-Type: multipart/form-data; boundary=frame\r\nContent-Length: 9000\r\n\r\n"
                        + whole.substring(0, 150)))
                .contains("400");
        assertThat(scene.spooled()).isEmpty();
    }

    /** First line of the answer to a request whose sender then falls silent. */
    private static String raw(String more) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", scene.port())) {
            socket.setSoTimeout(15_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + PLACE + " HTTP/1.1\r\nHost: hub\r\nConnection: close\r\nAuthorization: Bearer "
                            + WebScene.TOKEN + "\r\n" + more)
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    @Test
    void givesTheAnnotatedOriginalToItsSenderOnly() throws Exception {
        String place = post(PLACE, file("people 18.csv", rows("P-18")) + END)
                .headers()
                .firstValue("Location")
                .orElseThrow();

        HttpResponse<String> copy = get(place + "/annotated", WebScene.TOKEN);

        assertThat(copy.statusCode()).as(copy.body()).isEqualTo(200);
        assertThat(copy.body()).contains("hub_status").contains("Hazel").contains("held");
        assertThat(copy.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(copy.headers().firstValue("Content-Disposition").orElse(""))
                .matches("attachment; filename=\"\\d+-annotated-people_18\\.csv\"");
        assertThat(copy.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(copy.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(get(place + "/annotated", WebScene.OTHER).statusCode()).isEqualTo(404);
        assertThat(get(place + "/annotated", "nobody").statusCode()).isEqualTo(401);
        assertThat(scene.spooled()).isEmpty();
    }

    @Test
    void hasNoAnnotatedOriginalOfADuplicateOrOfWhatIsNoReceipt() throws Exception {
        String form = file("people_19.csv", rows("P-19")) + END;
        post(PLACE, form);
        String duplicate = post(PLACE, form).headers().firstValue("Location").orElseThrow();

        assertThat(get(duplicate + "/annotated", WebScene.TOKEN).body())
                .contains("There is no annotated original of this receipt.");
        for (String number : new String[] {"0", "-1", "1%2F..", "9".repeat(30), "999999999", "x"}) {
            assertThat(get("/receipts/" + number + "/annotated", WebScene.TOKEN).statusCode())
                    .as(number)
                    .isIn(400, 404);
        }
    }
}
