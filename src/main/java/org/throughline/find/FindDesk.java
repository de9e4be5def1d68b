package org.throughline.find;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.throughline.audit.AuditLedger;

/** Where people look for a submission, a record or a client; a look that tells of a person is in the audit ledger. */
public final class FindDesk {
    private final FindIndex index;
    private final AuditLedger audit;

    /** A desk over this index. */
    public FindDesk(FindIndex index, AuditLedger audit) {
        this.index = index;
        this.audit = audit;
    }

    /** What there is, without personal values. */
    public Found find(Sought sought, Optional<String> reason) {
        return find(sought, reason, false);
    }

    /** What there is, with the fields of records and every sender's client number. */
    public Found show(Sought sought, String reason) {
        return find(sought, Optional.of(reason), true);
    }

    private Found find(Sought sought, Optional<String> reason, boolean values) {
        Found found = new Found(
                index.submissions(sought),
                index.records(sought, values),
                index.rows(sought),
                index.clients(sought, values));
        if (found.persons() > 0 || found.isEmpty()) {
            Map<String, String> detail = detail(found);
            detail.put("looked_for", sought.shape().words());
            detail.put("values", values ? "shown" : "masked");
            reason.ifPresent(why -> detail.put("reason", why));
            audit.record(
                    "find",
                    found.records().told().size() + " records, "
                            + found.rows().told().size() + " rows, "
                            + found.clients().told().size() + " clients",
                    detail);
        }
        return found;
    }

    /** Who was looked at, by numbers that mean something inside the hub only. */
    private static Map<String, String> detail(Found found) {
        Map<String, String> detail = new TreeMap<>();
        put(detail, "records", found.records().told(), FindDesk::name);
        put(detail, "rows", found.rows().told(), row -> row.id().toString());
        put(
                detail,
                "clients",
                found.clients().told(),
                client -> client.joint().map(joint -> joint.toString()).orElse("not linked"));
        return detail;
    }

    private static String name(FoundRecord record) {
        return record.sender() + " " + record.kind().table() + " "
                + record.versions().told().get(0).id();
    }

    private static <T> void put(Map<String, String> detail, String kind, List<T> told, Function<T, String> name) {
        if (!told.isEmpty()) {
            detail.put(kind, told.stream().map(name).collect(Collectors.joining(", ")));
        }
    }
}
