package org.throughline.route;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.camel.Route;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.support.ScheduledPollConsumer;
import org.throughline.intake.Account;
import org.throughline.intake.FeedEvent;
import org.throughline.intake.FeedEvents;
import org.throughline.problem.ProblemCode;

/** Makes the routes of one account out of the templates. */
final class PartnerRoutes {
    private static final int SSH_PORT = 22;

    private final Templates templates;
    private final Account account;
    private final RouteSetting setting;
    private final FeedEvents events;
    private final SftpLine sent = new SftpLine();
    private final List<String> ids = new ArrayList<>();

    PartnerRoutes(Templates templates, Account account, RouteSetting setting, FeedEvents events) {
        this.templates = templates;
        this.account = account;
        this.setting = setting;
        this.events = events;
    }

    Account account() {
        return account;
    }

    /** False where another node has taken the partner over. */
    boolean served() {
        return setting.served().test(account.sender());
    }

    /** What a pull does: which names it takes, for whom, and whether it archives. */
    record Order(String folder, Predicate<String> names, boolean archives, Spool spool) {}

    /** A route that takes files out of a folder, when asked to. */
    synchronized Pull pull(Order order, Receiver.Taker taker, FeedEvents told) {
        SftpLine line = new SftpLine();
        PullOutcome.Place place = new PullOutcome.Place(account.sender(), order.folder(), line, this::served);
        PullOutcome outcome = new PullOutcome(place, new Notices(told), setting.clock());
        boolean gated = order.archives() && account.completion() == Account.Completion.DONE_FILE;
        Optional<Archive> archive =
                order.archives() ? Optional.of(new Archive(path("archive"), setting.clock())) : Optional.empty();
        TakingStrategy strategy = new TakingStrategy(path(order.folder()), gated, archive, outcome);
        GenericFileFilter<Object> filter = file -> accepts(file, order.names());
        Map<String, Object> beans = new LinkedHashMap<>();
        beans.put("filter", filter);
        beans.put("strategy", strategy);
        beans.put("outcome", outcome);
        beans.put("receiver", new Receiver(order.spool(), outcome, line, taker));
        String id = account.sender() + "-" + order.folder() + (order.archives() ? "-pull" : "-look");
        ScheduledPollConsumer consumer =
                (ScheduledPollConsumer) add(word() + "-pull", id, address(beans, line, path(order.folder())), beans)
                        .getConsumer();
        Optional<Path> local =
                account.transport().isLocal() ? Optional.of(Path.of(path(order.folder()))) : Optional.empty();
        return new Pull(consumer, strategy, outcome, local);
    }

    /** By the name alone, whatever the other side lists; everything else is not even looked at. */
    private static boolean accepts(GenericFile<Object> file, Predicate<String> names) {
        return !file.isDirectory()
                && SafeName.refusal(file.getFileNameOnly()).isEmpty()
                && file.getFileNameOnly().equals(file.getFileName())
                && names.test(file.getFileNameOnly());
    }

    /** Address to hand files to that are to be written into the account's folders. */
    synchronized String entrance() {
        String entrance = account.sender() + "-deliver";
        if (!ids.contains(entrance)) {
            Map<String, Object> beans = new LinkedHashMap<>();
            Map<String, String> parameters = address(beans, sent, base().isEmpty() ? "." : base());
            parameters.put("entrance", entrance);
            if (account.completion() == Account.Completion.RENAME) {
                parameters.put("temporaryName", "${file:onlyname}.part");
                parameters.put("fileExist", "Fail");
            } else {
                parameters.put("fileExist", "Override");
            }
            add(word() + "-deliver", entrance, parameters, beans);
        }
        return "direct:" + entrance;
    }

    private Route add(String template, String id, Map<String, String> parameters, Map<String, Object> beans) {
        Route route = templates.add(template, id, parameters, beans);
        ids.add(id);
        return route;
    }

    /** The line over which files are delivered. */
    SftpLine sent() {
        return sent;
    }

    /** Takes all routes of the account away. */
    synchronized void remove() {
        ids.forEach(templates::remove);
        ids.clear();
    }

    /** Records an event of this account. */
    FeedEvent event(ProblemCode code, String fact) {
        FeedEvent event = FeedEvent.of(setting.clock().instant(), account.sender(), code, fact);
        events.record(event);
        return event;
    }

    private String word() {
        return account.transport().isLocal() ? "folder" : account.transport().word();
    }

    private Map<String, String> address(Map<String, Object> beans, SftpLine line, String directory) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("directory", directory);
        if (account.transport() == Account.Transport.SFTP) {
            parameters.put("host", account.host());
            parameters.put("port", Integer.toString(account.port()));
            parameters.put("username", account.username());
            parameters.put(
                    "keyFile", Path.of(account.keyFile()).toAbsolutePath().toString());
            beans.put("line", line);
            beans.put("knownHosts", knownHost().getBytes(StandardCharsets.US_ASCII));
        }
        return parameters;
    }

    private String knownHost() {
        String host = account.port() == SSH_PORT ? account.host() : "[" + account.host() + "]:" + account.port();
        return host + " " + account.hostKey() + "\n";
    }

    /** Path of a folder of the account, in the transport's own terms. */
    private String path(String folder) {
        return base().isEmpty() ? folder : base() + "/" + folder;
    }

    /** Camel knows no absolute path at an SFTP server: every path starts where the login leads. */
    private String base() {
        if (account.transport().isLocal()) {
            return Path.of(account.folder()).toAbsolutePath().normalize().toString();
        }
        String base = account.folder().replaceAll("^/+|/+$", "");
        return base.equals(".") ? "" : base;
    }
}
