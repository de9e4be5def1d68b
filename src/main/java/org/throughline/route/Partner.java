package org.throughline.route;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.apache.camel.ProducerTemplate;
import org.throughline.intake.Delivery;
import org.throughline.intake.FeedEvents;

/** One partner's folders: an inbox, its acknowledgements, and what the hub writes into. Routes are made on first use. */
final class Partner {
    private final PartnerRoutes routes;
    private final Sealing sealing;
    private final Spool spool;
    private final ProducerTemplate producer;
    private final FeedEvents events;
    private final Map<OutgoingFolder, Outbox> outboxes = new EnumMap<>(OutgoingFolder.class);
    private Pull inbox;
    private Pull acks;
    private boolean gone;
    private Acknowledgements acknowledgements = (sender, name, file) -> {};

    /**
     * A partner's folders.
     *
     * @param producer hands files to the routes that deliver
     */
    Partner(PartnerRoutes routes, Sealing sealing, ProducerTemplate producer, FeedEvents events) {
        this.routes = routes;
        this.sealing = sealing;
        this.spool = sealing.spool();
        this.producer = producer;
        this.events = events;
    }

    /** Takes what stands in the inbox. */
    synchronized Pulled pull(FeedRouter feeds, Arrivals arrivals) {
        if (gone) {
            return Pulled.NOTHING;
        }
        String sender = routes.account().sender();
        Predicate<String> known =
                sealing.sealedOrNot(name -> feeds.feed(sender, name).isPresent());
        if (inbox == null) {
            inbox = routes.pull(
                    order("inbox", known),
                    (name, file, doneFile) -> sealing.take(
                            name,
                            file,
                            doneFile,
                            (plain, open, done, seal) -> arrivals.arrived(new Delivery(
                                    feeds.feed(sender, plain).orElseThrow(),
                                    open,
                                    plain,
                                    done,
                                    seal,
                                    Delivery.Way.FOLDER,
                                    OptionalLong.empty()))),
                    events);
        }
        return inbox.look(new LeftBehind("inbox of " + sender, known)::report);
    }

    /** Takes what stands in the folder of acknowledgements. */
    synchronized Pulled pullAcks(Acknowledgements whom) {
        if (gone) {
            return Pulled.NOTHING;
        }
        String sender = routes.account().sender();
        acknowledgements = whom;
        if (acks == null) {
            acks = routes.pull(
                    order("acks", name -> true),
                    (name, file, doneFile) -> sealing.take(
                            name,
                            file,
                            doneFile,
                            (plain, open, done, seal) -> acknowledgements.acknowledged(sender, plain, open)),
                    events);
        }
        return acks.look(new LeftBehind("acks of " + sender, name -> true)::report);
    }

    private PartnerRoutes.Order order(String folder, Predicate<String> known) {
        Predicate<String> whole = name -> !SafeName.temporary(name) && !SafeName.doneFile(name);
        return new PartnerRoutes.Order(folder, whole.and(known), true, spool);
    }

    /** Delivers a file. */
    Handover deliver(OutgoingFolder folder, Parcel parcel) {
        Sealing.Outgoing outgoing = sealing.outgoing(folder, parcel);
        return outgoing.fault()
                .<Handover>map(fault -> new Handover.Failed(routes.event(
                        fault.code(),
                        "File " + parcel.name() + " could not be sealed for "
                                + routes.account().sender() + ": " + fault.words() + ".")))
                .orElseGet(() -> outbox(folder).deliver(outgoing.parcel().orElseThrow()));
    }

    private Outbox outbox(OutgoingFolder folder) {
        synchronized (outboxes) {
            if (gone) {
                throw new IllegalStateException(
                        "The partner's account has been taken away; nothing is delivered to it.");
            }
            return outboxes.computeIfAbsent(folder, made -> new Outbox(routes, made, producer, spool));
        }
    }

    /**
     * Takes the routes away. Waits for a pull that is under way before Camel is asked to stop anything: Camel would hold
     * back the routes that the pull may still need.
     */
    synchronized void leave() {
        synchronized (outboxes) {
            gone = true;
        }
        routes.remove();
    }
}
