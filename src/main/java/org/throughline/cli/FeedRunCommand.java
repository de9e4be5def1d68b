package org.throughline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.throughline.intake.Delivery;
import org.throughline.intake.FeedId;
import org.throughline.intake.Receipt;
import org.throughline.intake.ReceiptDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Takes one file in now, as if it had arrived at the sender's account. */
@Command(
        name = "run",
        description =
                "Take one file in now. A done-file beside it (<file>.done) is read with it. Without a sender the feed"
                        + " is a ready-made mapping, and the file is loaded under the sender trial.")
final class FeedRunCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Parameters(
            paramLabel = "FEED",
            converter = FeedIdText.class,
            description = "Feed, such as harborlight/fps-participants, or a ready-made mapping, such as hud-hmis-2026.")
    private FeedId feed;

    @Option(names = "--file", required = true, paramLabel = "PATH", description = "The file.")
    private Path file;

    @Mixin
    private JsonOption options;

    FeedRunCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new StopException(
                    ExitCode.NOT_FOUND, "There is no file " + file + " that can be read. Check the path.");
        }
        Delivery delivery = new Delivery(feed, file, file.getFileName().toString(), FileChoice.doneFile(file));
        Receipt receipt = parts.intake().submit(delivery, console.progress());
        List<Path> files = parts.receipts().write(receipt);
        ObjectNode document = ReceiptDocument.node(receipt);
        document.put("receipt", files.get(0).toString());
        parts.intake().mapping(feed).flatMap(parts.publishing()::draft).ifPresent(console::tell);
        console.answer(options.json(), document, () -> new ReceiptLines(receipt, files).lines());
        return (receipt.clean() ? ExitCode.OK : ExitCode.PROBLEMS).number();
    }
}
