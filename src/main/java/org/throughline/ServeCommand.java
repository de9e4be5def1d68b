package org.throughline;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.throughline.HubConfiguration.Http;
import org.throughline.HubConfiguration.Listening;
import org.throughline.cli.Console;
import org.throughline.cli.ExitCode;
import org.throughline.route.PemFiles;
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

    @Option(
            names = "--drop-port",
            paramLabel = "PORT",
            description = "Port of the SFTP server, instead of the configured one.")
    private Optional<Integer> dropPort = Optional.empty();

    @Option(
            names = "--monitor-port",
            paramLabel = "PORT",
            description = "Port for figures and health, instead of the configured one.")
    private Optional<Integer> monitorPort = Optional.empty();

    ServeCommand(Hub hub, Console console) {
        this.hub = hub;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        WebSetting setting = setting(hub, port);
        Listening drop = hub.configuration().drop();
        Listening at = new Listening(drop.host(), dropPort.orElse(drop.port()));
        Serving serving = Serving.start(hub, new Serving.Addresses(setting, at, monitorPort));
        CountDownLatch never = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            serving.close();
            hub.close();
        }));
        console.tell("Serving HTTP" + (setting.tls().isPresent() ? "S" : "") + " at " + setting.host() + ":"
                + serving.httpPort() + " and SFTP at "
                + drop.host() + ":" + serving.dropPort()
                + ".");
        never.await();
        return ExitCode.OK.number();
    }

    /** How the hub shall listen; throws a SetupException where it cannot speak TLS with what it was given. */
    static WebSetting setting(Hub hub, Optional<Integer> port) {
        Http http = hub.configuration().http();
        Optional<WebSetting.Tls> tls = http.certificate()
                .map(certificate -> new WebSetting.Tls(certificate, http.key().orElse(certificate)));
        tls.ifPresent(files -> new PemFiles(files.certificate(), files.key(), Optional.empty()).checked());
        return new WebSetting(
                http.at().host(),
                port.orElse(http.at().port()),
                tls,
                LogForm.folder(hub.home(), hub.configuration().node()),
                WebSetting.Limits.USUAL);
    }
}
