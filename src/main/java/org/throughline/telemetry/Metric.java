package org.throughline.telemetry;

import static org.throughline.telemetry.Label.ALARM;
import static org.throughline.telemetry.Label.CHECK;
import static org.throughline.telemetry.Label.DELIVERY;
import static org.throughline.telemetry.Label.FEED;
import static org.throughline.telemetry.Label.RESULT;
import static org.throughline.telemetry.Label.STAGE;
import static org.throughline.telemetry.Label.STANDING;
import static org.throughline.telemetry.Label.STATE;

import java.util.List;

/** A figure of the hub's own. Beside these, the Java machine tells about itself under {@code jvm_} and {@code process_}. */
public enum Metric {
    /** Submissions decided. */
    SUBMISSIONS("throughline.submissions", Kind.COUNTER, "Submissions decided, by how they ended", FEED, STATE),
    /** Records decided. */
    RECORDS("throughline.records", Kind.COUNTER, "Records of decided submissions, by how they ended", FEED, STATE),
    /** From the kept original to the receipt. */
    ARRIVAL_TO_RECEIPT("throughline.arrival.to.receipt", Kind.TIMER, "Time from a kept original to its receipt"),
    /** One stage of the way. */
    STAGES("throughline.stage", Kind.TIMER, "Time in one stage of a submission's way", STAGE),
    /** Deliveries. */
    DELIVERIES(
            "throughline.deliveries", Kind.COUNTER, "Deliveries to partners, by what came of them", DELIVERY, RESULT),
    /** Held now. */
    HELD("throughline.records.held", Kind.GAUGE, "Records that are held now, waiting for a person", FEED),
    /** Waiting now. */
    WAITING("throughline.records.waiting", Kind.GAUGE, "Records that wait for others now", FEED),
    /** The queue. */
    UNDECIDED(
            "throughline.submissions.undecided", Kind.GAUGE, "Submissions that are received and not decided now", FEED),
    /** Age of the queue. */
    UNDECIDED_AGE(
            "throughline.submissions.undecided.age.seconds", Kind.GAUGE, "Age of the oldest undecided submission"),
    /** Receipts that have not arrived. */
    UNDELIVERED(
            "throughline.receipts.undelivered", Kind.GAUGE, "Receipts that are not in their sender's account", FEED),
    /** Last success. */
    SUCCEEDED_AGE(
            "throughline.feed.success.age.seconds",
            Kind.GAUGE,
            "Time since a submission was last loaded or known",
            FEED),
    /** Feeds by standing. */
    FEEDS("throughline.feeds", Kind.GAUGE, "Feeds, by whether what is due is here", STANDING),
    /** The standing of each feed. */
    STANDINGS("throughline.feed.standing", Kind.GAUGE, "1 for the standing that a feed has now", FEED, STANDING),
    /** Alarms. */
    ALARMS("throughline.feed.alarms", Kind.GAUGE, "Open alarms about a feed", FEED, ALARM),
    /** Health. */
    HEALTH("throughline.health", Kind.GAUGE, "How a check of the hub ended: 0 well, 1 worth a look, 2 failed", CHECK),
    /** The last look. */
    LOOKED("throughline.looked.timestamp.seconds", Kind.GAUGE, "When the figures of feeds and queues were last read"),
    /** Connections. */
    CONNECTIONS("throughline.database.connections", Kind.GAUGE, "Connections to the database, by what they do", STATE),
    /** Most connections. */
    CONNECTIONS_MOST("throughline.database.connections.most", Kind.GAUGE, "Most connections that the hub may hold"),
    /** Room. */
    DISK_FREE("throughline.disk.free.bytes", Kind.GAUGE, "Room on the disk of the hub's home");

    /** What is done with a figure. */
    public enum Kind {
        /** Only grows; its rate is what matters. */
        COUNTER,
        /** Goes up and down. */
        GAUGE,
        /** How often and how long, as a histogram. */
        TIMER
    }

    private final String meter;
    private final Kind kind;
    private final String words;
    private final List<Label> labels;

    Metric(String meter, Kind kind, String words, Label... labels) {
        this.meter = meter;
        this.kind = kind;
        this.words = words;
        this.labels = List.of(labels);
    }

    String meter() {
        return meter;
    }

    /** What is done with it. */
    public Kind kind() {
        return kind;
    }

    /** What it counts. */
    public String words() {
        return words;
    }

    /** Its labels. */
    public List<Label> labels() {
        return labels;
    }

    /** The names under which Prometheus knows it. */
    public List<String> names() {
        String name = meter.replace('.', '_');
        return switch (kind) {
            case COUNTER -> List.of(name + "_total");
            case GAUGE -> List.of(name);
            case TIMER -> List.of(name + "_seconds_bucket", name + "_seconds_count", name + "_seconds_sum");
        };
    }
}
