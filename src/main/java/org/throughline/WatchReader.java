package org.throughline;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.throughline.HubConfiguration.Watch;
import org.throughline.setup.SetupNode;
import org.throughline.telemetry.MonitorSetting;
import org.throughline.telemetry.TraceSetting;

/** Reads the blocks monitoring, traces and logs of throughline.yaml. */
final class WatchReader {
    private static final int USUAL_PORT = 9464;
    private static final String LOOPBACK = "127.0.0.1";
    private static final List<String> FORMS = List.of("text", "json");

    private final BinaryOperator<String> secret;

    /** A secret is read by its place in words and its file. */
    WatchReader(BinaryOperator<String> secret) {
        this.secret = secret;
    }

    Watch read(Optional<SetupNode> file) {
        MonitorSetting monitor = file.flatMap(top -> top.section("monitoring"))
                .map(this::monitor)
                .orElse(new MonitorSetting(LOOPBACK, USUAL_PORT, Optional.empty()));
        Optional<TraceSetting> traces =
                file.flatMap(top -> top.section("traces")).flatMap(this::traces);
        file.flatMap(top -> top.section("logs")).ifPresent(node -> {
            form(node);
            node.finish();
        });
        return new Watch(monitor, traces);
    }

    /** The form of the log's lines. */
    static Optional<String> form(SetupNode logs) {
        return logs.word("form", FORMS);
    }

    /** Without a token nobody but this machine may ask. */
    private MonitorSetting monitor(SetupNode node) {
        String host = node.parsed("host", ConfigurationReader::host, "an address to listen at")
                .orElse(LOOPBACK);
        int port = node.parsed("port", ConfigurationReader::port, "a port, 1 to 65535")
                .orElse(USUAL_PORT);
        Optional<String> token =
                node.text("token_file").map(name -> secret.apply("throughline.yaml monitoring token_file", name));
        if (token.isEmpty() && !host.equals(LOOPBACK) && !host.equals("localhost")) {
            node.find("host", "Whoever asks from another machine must show a token. Add token_file.");
        }
        node.finish();
        return new MonitorSetting(host, port, token);
    }

    private Optional<TraceSetting> traces(SetupNode node) {
        node.required("endpoint");
        Optional<URI> endpoint =
                node.parsed("endpoint", WatchReader::address, "an address such as http://127.0.0.1:4318/v1/traces");
        Optional<String> token =
                node.text("token_file").map(name -> secret.apply("throughline.yaml traces token_file", name));
        node.finish();
        return endpoint.map(address -> new TraceSetting(address, token));
    }

    private static URI address(String text) {
        try {
            URI address = new URI(text);
            if (!List.of("http", "https").contains(String.valueOf(address.getScheme()))
                    || address.getHost() == null
                    || address.getUserInfo() != null) {
                throw new IllegalArgumentException("no address");
            }
            return address;
        } catch (URISyntaxException unfit) {
            throw new IllegalArgumentException(unfit);
        }
    }
}
