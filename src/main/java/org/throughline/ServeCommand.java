package org.throughline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.throughline.HubConfiguration.Http;
import org.throughline.cli.Console;
import org.throughline.cli.ExitCode;
import org.throughline.problem.SetupException;
import org.throughline.web.WebSetting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves until the process is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Serve: look into inboxes, take uploads by HTTP and at the drop server, and send receipts out, until"
                        + " the process is told to stop.")
final class ServeCommand implements Callable<Integer> {
    private final Hub hub;
    private final Console console;

    @Option(names = "--port", paramLabel = "PORT", description = "Port for HTTP, instead of the configured one.")
    private Optional<Integer> port = Optional.empty();

    ServeCommand(Hub hub, Console console) {
        this.hub = hub;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Http http = hub.configuration().http();
        WebSetting setting = new WebSetting(
                http.at().host(),
                port.orElse(http.at().port()),
                tls(http),
                hub.home().resolve("logs"),
                WebSetting.Limits.USUAL);
        Serving serving = Serving.start(hub, setting);
        CountDownLatch never = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            serving.close();
            hub.close();
        }));
        console.tell("Serving HTTP" + (setting.tls().isPresent() ? "S" : "") + " at " + setting.host() + ":"
                + serving.httpPort() + " and SFTP at "
                + hub.configuration().drop().host() + ":" + serving.dropPort()
                + ".");
        never.await();
        return ExitCode.OK.number();
    }

    private static Optional<WebSetting.Tls> tls(Http http) {
        if (http.certificate().isEmpty()) {
            return Optional.empty();
        }
        Path certificate = http.certificate().get();
        Path key = http.key().orElse(certificate);
        Stream.of(certificate, key)
                .filter(file -> !Files.isReadable(file))
                .findFirst()
                .ifPresent(file -> {
                    throw new SetupException("The file " + file
                            + " of the TLS certificate or its key cannot be read. Put it there in PEM form.");
                });
        return Optional.of(new WebSetting.Tls(certificate, key));
    }
}
