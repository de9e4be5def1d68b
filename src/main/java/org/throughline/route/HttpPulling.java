package org.throughline.route;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.intake.Channel;
import org.throughline.intake.ServedElsewhereException;
import org.throughline.problem.ProblemCode;

/**
 * One http-pull channel. The pages of a pull become one submission; until it is kept, the pages stay in the spool, and a pull
 * that was cut goes on where it stopped. How far the service was read is noted only after the submission is kept.
 */
final class HttpPulling implements OpenChannel {
    private static final Logger LOG = LoggerFactory.getLogger(HttpPulling.class);
    private static final int NO_CONTENT = 204;

    private final HttpSetting setting;
    private final Channel channel;
    private final ChannelParts parts;
    private final HttpDoor door;
    private final HttpFetch fetch;

    HttpPulling(HttpSetting setting, ChannelParts parts, HttpDoor door) {
        this.setting = setting;
        this.channel = setting.channel();
        this.parts = parts;
        this.door = door;
        this.fetch = new HttpFetch(setting, parts, door);
    }

    @Override
    public synchronized Pulled pull() {
        Instant now = parts.clock().instant();
        KeptPages.Start fresh = new KeptPages.Start(channel.settingsSha256(), now, since());
        KeptPages pages = KeptPages.open(parts.spool().folder(channel), fresh);
        if (parts.setting().marks().mark(channel).map(Instant::parse).stream()
                .anyMatch(pages.start().at()::isBefore)) {
            pages.begin(fresh);
        }
        boolean resumed = pages.count() > 0;
        try {
            return pull(pages);
        } catch (RefusedException refused) {
            if (!refused.goesOn()) {
                pages.begin(fresh);
            }
            return resumed && !refused.goesOn() ? again(pages, fresh) : told(refused);
        }
    }

    /** A service may have forgotten the place where a pull was cut. */
    private Pulled again(KeptPages pages, KeptPages.Start fresh) {
        try {
            return pull(pages);
        } catch (RefusedException refused) {
            if (!refused.goesOn()) {
                pages.begin(fresh);
            }
            return told(refused);
        }
    }

    private Pulled told(RefusedException refused) {
        return new Pulled(List.of(), List.of(parts.tell(channel, refused.code(), refused.getMessage())));
    }

    private Pulled pull(KeptPages pages) throws RefusedException {
        HttpPaging paging = new HttpPaging(setting, pages);
        try {
            while (!pages.whole()) {
                page(paging, pages);
            }
            return submit(pages);
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }

    private void page(HttpPaging paging, KeptPages pages) throws RefusedException, IOException {
        String what = "Page " + (pages.count() + 1) + " of channel " + channel.id();
        URI address = paging.address();
        String hash = Sha256.of(address.toString());
        if (pages.seen(hash)) {
            throw new RefusedException(
                    ProblemCode.HTTP_LOOP, what + " is one that the service gave before; there is no end.", false);
        }
        if (pages.count() >= setting.limits().pages()) {
            throw new RefusedException(
                    ProblemCode.HTTP_LIMIT,
                    "Channel " + channel.id() + " has more than "
                            + setting.limits().pages() + " pages.",
                    false);
        }
        Fetched fetched = new Fetched();
        Page page = fetch.fetch(address, what, (from, reply) -> fetched.take(paging, reply, what));
        agree(pages, page, what);
        pages.add(hash, page, paging.after(address, page, fetched.link, what));
    }

    /** Every page of CSV says the same header. */
    private void agree(KeptPages pages, Page page, String what) throws RefusedException, IOException {
        if (setting.format() == HttpSetting.Format.CSV && pages.count() > 0 && Files.size(page.rows()) > 1) {
            String first = CsvPage.header(pages.files().get(0));
            if (!CsvPage.header(page.rows()).equals(first)) {
                Files.deleteIfExists(page.rows());
                throw new RefusedException(
                        ProblemCode.HTTP_CONTENT, what + " has another header than the first page.", false);
            }
        }
    }

    /** What an answer holds besides its rows. */
    private final class Fetched {
        private Optional<String> link = Optional.empty();

        Page take(HttpPaging paging, HttpDoor.Reply reply, String what) throws IOException, RefusedException {
            link = reply.header("Link");
            Path rows = parts.spool().create();
            if (reply.status() == NO_CONTENT || reply.body().isEmpty()) {
                return new Page(rows, 0, Optional.empty());
            }
            Path body = reply.body().get();
            try {
                fitting(reply, what);
                return setting.format() == HttpSetting.Format.CSV
                        ? CsvPage.read(body, rows)
                        : new JsonPage(setting.text("rowsPath", ""), paging.path(), what).read(body, rows);
            } catch (IOException | RefusedException unfit) {
                Files.deleteIfExists(rows);
                throw unfit;
            } finally {
                Files.deleteIfExists(body);
            }
        }
    }

    private void fitting(HttpDoor.Reply reply, String what) throws RefusedException {
        String type = reply.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        boolean fits = setting.format() == HttpSetting.Format.CSV
                ? type.matches("(text/csv|text/plain|application/csv|application/octet-stream)\\s*(;.*)?")
                : type.matches("[a-z]+/([a-z0-9.+-]+\\+)?json\\s*(;.*)?");
        if (!fits) {
            throw new RefusedException(
                    ProblemCode.HTTP_CONTENT, what + " is not " + setting.format() + " by its content type.", false);
        }
    }

    private Pulled submit(KeptPages pages) throws IOException {
        String name = channel.name() + "-" + PulledName.stamp(pages.start().at()) + setting.ending();
        Path file = parts.spool().create();
        boolean submitted;
        try {
            join(pages, file);
            submitted = new PulledRows(file, name, pages.rows()).submit(channel, parts);
        } catch (ServedElsewhereException moved) {
            LOG.info(moved.getMessage());
            return Pulled.NOTHING;
        } catch (RuntimeException ours) {
            LOG.error("What channel {} brought could not be taken in.", channel.id(), ours);
            return new Pulled(
                    List.of(),
                    List.of(parts.tell(
                            channel,
                            ProblemCode.ARRIVAL_FAILED,
                            "All " + pages.count() + " pages of channel " + channel.id()
                                    + " arrived, but the hub could not take them in; they stay in the spool.")));
        } finally {
            Files.deleteIfExists(file);
        }
        parts.keep(channel, pages.start().at().toString());
        pages.clear();
        return submitted ? new Pulled(List.of(name), List.of()) : Pulled.NOTHING;
    }

    private void join(KeptPages pages, Path file) throws IOException {
        try (OutputStream submission = new BufferedOutputStream(Files.newOutputStream(file))) {
            boolean first = true;
            for (Path page : pages.files()) {
                if (setting.format() == HttpSetting.Format.JSON) {
                    Files.copy(page, submission);
                    continue;
                }
                if (first) {
                    submission.write((CsvPage.header(page) + "\n").getBytes(StandardCharsets.ISO_8859_1));
                }
                first = false;
                CsvPage.appendRows(page, submission);
            }
        }
    }

    /** From when on changes are asked for: the beginning of the last whole pull, less the overlap. */
    private Optional<String> since() {
        return channel.parameter("sinceParameter")
                .flatMap(name -> parts.setting().marks().mark(channel))
                .map(mark -> Spans.before(Instant.parse(mark), setting.text("overlap", "P1D"))
                        .toString());
    }

    @Override
    public synchronized void close() {
        door.close();
    }
}
