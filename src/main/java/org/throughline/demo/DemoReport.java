package org.throughline.demo;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.throughline.intake.Counts;
import org.throughline.intake.FeedEvent;
import org.throughline.intake.ProblemReport;
import org.throughline.intake.Receipt;
import org.throughline.linkage.LinkageCounts;
import org.throughline.measure.MeasureValue;
import org.throughline.measure.Status;
import org.throughline.night.NightReport;
import org.throughline.release.Build;
import org.throughline.release.Sent;

/** Tells a night to a director: what came in, what was held and why, who was linked, what went back to whom. */
final class DemoReport {
    private final Consumer<String> out;

    DemoReport(Consumer<String> out) {
        this.out = out;
    }

    /**
     * Tells everything but the checks.
     *
     * @param receipts as they stand at the end of the night, when what waited has been taken up
     * @param told by provider, how many rows of its newest outcome file say what
     */
    void tell(NightReport night, List<Receipt> receipts, Map<String, Map<String, Long>> told) {
        cameIn(receipts);
        held(receipts);
        astray(night.events());
        linked(night.linkage().counts());
        measured(night.measures().values());
        wentBack(night.sent(), told);
    }

    void places(Path home) {
        heading("Where to look");
        out.accept("  partners' accounts   " + home.resolve("partners"));
        out.accept("  originals as sent    " + home.resolve("originals"));
        out.accept("  receipts             " + home.resolve("receipts"));
        out.accept("  the hub's log        " + home.resolve("logs").resolve("hub.log"));
    }

    void checks(List<DemoChecks.Finding> findings) {
        heading("Checks of this night");
        for (DemoChecks.Finding finding : findings) {
            out.accept("  " + (finding.holds() ? "ok    " : "FAILS ") + finding.check() + ": " + finding.fact());
        }
    }

    void heading(String text) {
        out.accept("");
        out.accept(text);
        out.accept("-".repeat(text.length()));
    }

    private void cameIn(List<Receipt> receipts) {
        heading("What came in");
        if (receipts.isEmpty()) {
            out.accept("  Nothing lay in the partners' inboxes.");
            return;
        }
        out.accept("  %-32s %-10s %7s %9s %10s %5s %9s %8s %7s"
                .formatted(
                        "feed and file",
                        "status",
                        "rows",
                        "accepted",
                        "unchanged",
                        "held",
                        "rejected",
                        "waiting",
                        "ended"));
        for (Receipt receipt : receipts) {
            Counts counts = receipt.records();
            out.accept("  " + receipt.feed());
            out.accept("    %-30s %-10s %,7d %,9d %,10d %,5d %,9d %,8d %,7d"
                    .formatted(
                            shortened(receipt.file()),
                            receipt.status().word(),
                            counts.read(),
                            counts.accepted(),
                            counts.unchanged(),
                            counts.held(),
                            counts.rejected(),
                            counts.waiting(),
                            receipt.closed()));
        }
    }

    private void held(List<Receipt> receipts) {
        heading("What was held, and why");
        boolean nothing = true;
        for (Receipt receipt : receipts) {
            for (ProblemReport problem : receipt.problems()) {
                if (!problem.level().equals("note") && !problem.level().equals("warn")) {
                    nothing = false;
                    out.accept("  %s: %d row%s. %s"
                            .formatted(
                                    receipt.feed(), problem.rows(), problem.rows() == 1 ? "" : "s", problem.message()));
                    out.accept("      " + problem.guidance());
                }
            }
        }
        if (nothing) {
            out.accept("  Nothing.");
        }
    }

    private void astray(List<FeedEvent> events) {
        if (!events.isEmpty()) {
            heading("What went wrong on the way");
            events.forEach(event -> out.accept("  " + event.fact()));
        }
    }

    private void linked(LinkageCounts counts) {
        heading("Who was linked");
        out.accept("  %,d client records looked at; %,d share a client with another sender's record"
                .formatted(counts.records(), counts.linked()));
        out.accept("  %,d doubtful pairs wait for a person; %,d records have too few identifiers to be searched"
                .formatted(counts.inReview(), counts.unsearchable()));
    }

    private void measured(List<MeasureValue> values) {
        heading("What became of former clients, by provider");
        values.stream()
                .sorted(Comparator.comparing(MeasureValue::sender)
                        .thenComparing(value -> value.measure().id()))
                .forEach(value -> out.accept("  %-12s %-34s %3d of %3d with complete windows; %d open, %d unknown"
                        .formatted(
                                value.sender(),
                                value.measure().id(),
                                value.numerator(),
                                value.denominator(),
                                value.count(Status.IMMATURE),
                                value.count(Status.UNKNOWN))));
    }

    private void wentBack(List<Sent> sent, Map<String, Map<String, Long>> told) {
        heading("What went back, to whom");
        for (Sent one : sent) {
            out.accept("  %-12s %s".formatted(one.recipient(), words(one)));
            told.getOrDefault(one.recipient(), new TreeMap<>())
                    .forEach((status, rows) -> out.accept("      %,5d rows say %s".formatted(rows, status)));
        }
    }

    private static String words(Sent sent) {
        if (sent.failure().isPresent()) {
            return "not delivered, tried again next time: " + sent.failure().get();
        }
        Build build = sent.build();
        if (build instanceof Build.Written written) {
            return "outcome file %s, %,d rows, delivered"
                    .formatted(written.file().name(), written.file().rows());
        }
        if (build instanceof Build.Refused refused) {
            return "no file: " + refused.message();
        }
        return "nothing new to tell; the last file stands";
    }

    private static String shortened(String name) {
        return name.length() <= 30 ? name : name.substring(0, 14) + "..." + name.substring(name.length() - 13);
    }
}
