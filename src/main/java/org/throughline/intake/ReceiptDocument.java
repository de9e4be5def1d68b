package org.throughline.intake;

import java.util.TreeMap;
import org.throughline.mapping.Period;
import org.throughline.problem.Place;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A receipt as JSON; the same document stands in the database, at the sender's account and on the command line. */
public final class ReceiptDocument {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReceiptDocument() {}

    /** The document as text, indented by nothing. */
    public static String of(Receipt receipt) {
        return node(receipt).toString();
    }

    /** The document as a tree. */
    public static ObjectNode node(Receipt receipt) {
        ObjectNode document = JSON.createObjectNode();
        document.put("submission", receipt.submission());
        document.put("feed", receipt.feed().toString());
        document.put("file", receipt.file());
        document.put("sha256", receipt.sha256());
        document.put("received_at", receipt.receivedAt().toString());
        document.put("status", receipt.status().word());
        receipt.duplicateOf().ifPresent(earlier -> document.put("duplicate_of", earlier));
        receipt.period().ifPresent(period -> document.set("period", period(period)));
        document.set("records", counts(receipt.records()));
        document.put("closed", receipt.closed());
        ArrayNode members = document.putArray("members");
        receipt.members().forEach(member -> members.add(member(member)));
        if (!receipt.totals().isEmpty()) {
            ArrayNode totals = document.putArray("totals");
            receipt.totals().forEach(total -> totals.add(total(total)));
        }
        ArrayNode problems = document.putArray("problems");
        receipt.problems().forEach(problem -> problems.add(problem(problem)));
        if (!receipt.purged().isEmpty()) {
            document.set("purged", purged(receipt));
        }
        receipt.earlier()
                .filter(earlier -> !earlier.purged().isEmpty())
                .ifPresent(earlier -> document.set("duplicate_of_purged", purged(earlier)));
        return document;
    }

    /** What of a submission was purged, when, and which proof says so. */
    private static ObjectNode purged(Receipt receipt) {
        ObjectNode node = JSON.createObjectNode();
        new TreeMap<>(receipt.purged()).forEach((part, at) -> node.put(part, at.toString()));
        node.put("proof", "retention proof " + receipt.submission());
        return node;
    }

    /** A reporting period. */
    public static ObjectNode period(Period period) {
        ObjectNode node = JSON.createObjectNode();
        node.put("from", period.from().toString());
        node.put("to", period.to().toString());
        return node;
    }

    /** How many records ended in which state. */
    public static ObjectNode counts(Counts counts) {
        ObjectNode node = JSON.createObjectNode();
        node.put("read", counts.read());
        node.put("accepted", counts.accepted());
        node.put("unchanged", counts.unchanged());
        node.put("held", counts.held());
        node.put("rejected", counts.rejected());
        node.put("waiting", counts.waiting());
        return node;
    }

    /** What became of a member. */
    public static ObjectNode member(MemberReport member) {
        ObjectNode node = JSON.createObjectNode();
        node.put("file", member.file());
        if (member.records().isPresent()) {
            node.put("records", member.records().getAsLong());
        } else {
            node.putNull("records");
        }
        node.put("taken", member.taken());
        member.reason().ifPresent(reason -> node.put("reason", reason));
        if (member.taken()) {
            node.set("states", counts(member.counts()));
        }
        return node;
    }

    /** What a sender states about the file as a whole, beside what the file holds. */
    public static ObjectNode total(ControlTotal total) {
        ObjectNode node = JSON.createObjectNode();
        node.put("name", total.name());
        total.stated().ifPresent(stated -> node.put("stated", stated));
        total.found().ifPresent(found -> node.put("found", found));
        total.agrees().ifPresent(agrees -> node.put("agrees", agrees));
        return node;
    }

    /** A kind of problem, without any cell value. */
    public static ObjectNode problem(ProblemReport problem) {
        ObjectNode node = JSON.createObjectNode();
        node.put("code", problem.code());
        node.put("level", problem.level());
        node.put("rows", problem.rows());
        node.put("message", problem.message());
        node.put("guidance", problem.guidance());
        ArrayNode places = node.putArray("places");
        problem.places().forEach(place -> places.add(place(place)));
        return node;
    }

    private static ObjectNode place(Place place) {
        ObjectNode node = JSON.createObjectNode();
        if (!place.member().isEmpty()) {
            node.put("file", place.member());
        }
        if (place.row() > 0) {
            node.put("row", place.row());
        }
        if (place.line() > 0) {
            node.put("line", place.line());
        }
        if (!place.column().isEmpty()) {
            node.put("column", place.column());
        }
        return node;
    }
}
