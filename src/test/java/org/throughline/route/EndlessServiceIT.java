package org.throughline.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service whose answer never ends: the hub hangs up, says why, and asks again another time. */
@Timeout(60)
final class EndlessServiceIT {
    private static final String HEAD =
            "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: 2000000000\r\n\r\n";

    @TempDir
    private Path folder;

    private final ServerSocket service = open(0);
    private ChannelScene scene;

    private static ServerSocket open(int port) {
        try {
            return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @BeforeEach
    void begin() {
        scene = new ChannelScene(folder, "http-pull");
    }

    @AfterEach
    void close() throws IOException {
        scene.close();
        service.close();
    }

    /** Answers each call with this, and then with spaces for ever. */
    private void answers(String begin, long pauseMillis) {
        Thread thread = new Thread(
                () -> {
                    while (!service.isClosed()) {
                        try (Socket call = service.accept()) {
                            answer(call, begin, pauseMillis);
                        } catch (IOException over) {
                            continue;
                        }
                    }
                },
                "endless service");
        thread.setDaemon(true);
        thread.start();
    }

    private static void answer(Socket call, String begin, long pauseMillis) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(call.getInputStream(), StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            continue;
        }
        OutputStream out = call.getOutputStream();
        out.write(begin.getBytes(StandardCharsets.US_ASCII));
        byte[] more = " ".repeat(pauseMillis == 0 ? 8192 : 1).getBytes(StandardCharsets.US_ASCII);
        while (true) {
            out.write(more);
            out.flush();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMillis));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 OK|50|HTTP_FAILED|could not be fetched: the server did not answer in time, 1 times in a row.",
                "200 OK|0|HTTP_LIMIT|has more than 1048576 bytes.",
                "500 Oops|50|HTTP_FAILED|was not given: the service answers with status 500, 1 times in a row.",
                "head|50|HTTP_FAILED|could not be fetched: the server did not answer in time, 1 times in a row."
            })
    void hangsUp(String status, long pauseMillis, String code, String words) {
        answers(status.equals("head") ? "HTTP/1.1 200 OK\r\nSlow: " : HEAD.formatted(status), pauseMillis);

        scene.with("url", "http://127.0.0.1:" + service.getLocalPort() + "/v1/stays")
                .with("format", "json")
                .with("rowsPath", "stays")
                .with("timeoutSeconds", "1")
                .with("attempts", "1")
                .with("maxPageMegabytes", "1")
                .pull();

        assertThat(scene.told()).containsExactly(code + " Page 1 of channel harborlight/bookings-api " + words);
        assertThat(scene.texts()).isEmpty();
    }
}
