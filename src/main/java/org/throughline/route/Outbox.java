package org.throughline.route;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.throughline.intake.Account;
import org.throughline.intake.FeedEvent;
import org.throughline.pgp.PgpFault;
import org.throughline.problem.ProblemCode;

/** One folder of an account that the hub writes into. A delivery that is repeated writes nothing; no file is replaced. */
final class Outbox {
    private final PartnerRoutes routes;
    private final Account account;
    private final OutgoingFolder folder;
    private final ProducerTemplate producer;
    private final Pull pull;
    private final Map<String, String> hashes = new HashMap<>();
    private Set<String> wanted = Set.of();
    private boolean link;

    Outbox(PartnerRoutes routes, OutgoingFolder folder, ProducerTemplate producer, Spool spool) {
        this.routes = routes;
        this.account = routes.account();
        this.folder = folder;
        this.producer = producer;
        PartnerRoutes.Order order = new PartnerRoutes.Order(folder.word(), name -> wanted.contains(name), false, spool);
        this.pull = routes.pull(order, (name, file, doneFile) -> hash(name, file), event -> {});
    }

    private Optional<PgpFault> hash(String name, Path file) {
        hashes.put(name, Parcel.sha256(file));
        return Optional.empty();
    }

    /** Delivers a file. */
    synchronized Handover deliver(Parcel parcel) {
        String doneFile = SafeName.doneFileOf(parcel.name());
        Optional<TransportFault> fault = look(Set.of(parcel.name(), doneFile));
        if (fault.isPresent()) {
            return failed(parcel, fault.get());
        }
        boolean whole = account.completion() == Account.Completion.RENAME || hashes.containsKey(doneFile);
        if (link || hashes.containsKey(parcel.name()) && whole) {
            return parcel.sha256().equals(hashes.get(parcel.name()))
                    ? new Handover.AlreadyThere(parcel.sha256())
                    : new Handover.NameTaken(nameTaken(parcel));
        }
        return send(parcel, doneFile)
                .map(reason -> failed(parcel, reason))
                .orElseGet(() -> new Handover.Delivered(parcel.sha256()));
    }

    /** Reads what stands there under these names. That the folder is missing is no fault: it is made. */
    private Optional<TransportFault> look(Set<String> names) {
        hashes.clear();
        link = false;
        wanted = names;
        pull.look((left, outcome) -> link = names.stream().anyMatch(name -> left.getOrDefault(name, 0L) == Shelf.LINK));
        return pull.fault().filter(fault -> fault != TransportFault.NOT_THERE);
    }

    private Optional<TransportFault> send(Parcel parcel, String doneFile) {
        try {
            write(parcel.name(), parcel.body());
            if (account.completion() == Account.Completion.DONE_FILE) {
                write(doneFile, "sha256=" + parcel.sha256() + "\n");
            }
            return Optional.empty();
        } catch (CamelExecutionException failed) {
            return Optional.of(routes.sent().fault(failed));
        }
    }

    private void write(String name, Object body) {
        producer.sendBodyAndHeader(routes.entrance(), body, Exchange.FILE_NAME, folder.word() + "/" + name);
    }

    private Handover failed(Parcel parcel, TransportFault fault) {
        return new Handover.Failed(routes.event(
                ProblemCode.TRANSPORT,
                "File " + parcel.name() + " could not be delivered to " + folder.word() + " of " + account.sender()
                        + ": " + fault.words() + "."));
    }

    private FeedEvent nameTaken(Parcel parcel) {
        return routes.event(
                ProblemCode.NAME_TAKEN,
                "File " + parcel.name() + " was not delivered: another file of this name stands in " + folder.word()
                        + " of " + account.sender() + ".");
    }
}
