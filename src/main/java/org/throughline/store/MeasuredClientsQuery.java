package org.throughline.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.throughline.store.jooq.canonical.Tables.CLIENT_MERGE;
import static org.throughline.store.jooq.canonical.Tables.ENROLLMENT;
import static org.throughline.store.jooq.intake.Tables.FEED;
import static org.throughline.store.jooq.intake.Tables.SENDER;
import static org.throughline.store.jooq.linkage.Tables.CLIENT_LINK;
import static org.throughline.store.jooq.linkage.Tables.COMPARISON;
import static org.throughline.store.jooq.linkage.Tables.REVIEW_TASK;
import static org.throughline.store.jooq.linkage.Tables.RULING;
import static org.throughline.store.jooq.measure.Tables.DEFINITION;
import static org.throughline.store.jooq.measure.Tables.EVENT_SEEN;
import static org.throughline.store.jooq.measure.Tables.EVENT_STATUS;
import static org.throughline.store.jooq.measure.Tables.OBSERVED_THROUGH;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.throughline.linkage.ClientMerges;
import org.throughline.linkage.ClientRef;
import org.throughline.release.ClientFacts;
import org.throughline.release.IndexEvent;
import org.throughline.release.IndexEvent.Observation;
import org.throughline.release.MeasureKey;
import org.throughline.release.MeasuredClients;
import org.throughline.release.SeenEvent;
import org.throughline.release.Standing;
import org.throughline.store.jooq.linkage.tables.Run;

/**
 * Reads the latest finished measure run as it concerns one provider, with everything release asks about its clients.
 */
final class MeasuredClientsQuery {
    private static final org.throughline.store.jooq.measure.tables.Run MEASURE_RUN =
            org.throughline.store.jooq.measure.tables.Run.RUN;
    private static final Run LINKAGE_RUN = Run.RUN;

    /** Whose enrollment the index event ended, as the hub believes now. */
    private static final Field<String> SERVED_KEY = DSL.field(select(ENROLLMENT.CLIENT_KEY)
                    .from(ENROLLMENT)
                    .where(ENROLLMENT.SENDER.eq(EVENT_STATUS.SENDER))
                    .and(ENROLLMENT.KEY.eq(EVENT_STATUS.INDEX_KEY))
                    .and(ENROLLMENT.RECORDED_TO.isNull()))
            .as("served_key");

    private static final Field<String> WINDOW = coalesce(
                    jsonbGetAttributeAsText(DEFINITION.PARAMETERS, inline("window")), inline(""))
            .as("window_name");

    private final DSLContext jooq;

    MeasuredClientsQuery(DSLContext jooq) {
        this.jooq = jooq;
    }

    Optional<MeasuredClients> latest(String sender) {
        return jooq.selectFrom(MEASURE_RUN)
                .where(MEASURE_RUN.FINISHED_AT.isNotNull())
                .orderBy(MEASURE_RUN.RUN_ID.desc())
                .limit(1)
                .fetchOptional()
                .map(run -> new MeasuredClients(
                        run.getRunId(), stale(run.getAsOf()), observed(), events(run.getRunId(), sender)));
    }

    private boolean stale(OffsetDateTime asOf) {
        return jooq.fetchExists(LINKAGE_RUN, LINKAGE_RUN.FINISHED_AT.gt(asOf))
                || jooq.fetchExists(
                        CLIENT_MERGE, CLIENT_MERGE.RECORDED_FROM.gt(asOf).or(CLIENT_MERGE.RECORDED_TO.gt(asOf)))
                || jooq.fetchExists(RULING, RULING.MADE_AT.gt(asOf).or(RULING.REVOKED_AT.gt(asOf)));
    }

    private Map<String, Set<String>> observed() {
        return jooq
                .select(OBSERVED_THROUGH.SOURCE, FEED.SENDER)
                .from(OBSERVED_THROUGH)
                .join(FEED)
                .on(FEED.FEED_ID.eq(OBSERVED_THROUGH.FEED_ID))
                .join(SENDER)
                .on(SENDER.SENDER_.eq(FEED.SENDER))
                .where(SENDER.VICTIM_SERVICE_PROVIDER.isFalse())
                .fetchGroups(OBSERVED_THROUGH.SOURCE, FEED.SENDER)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, source -> Set.copyOf(source.getValue())));
    }

    private List<IndexEvent> events(long run, String sender) {
        Context context = context(run, sender);
        return jooq.select(EVENT_STATUS.fields())
                .select(DEFINITION.EVENT_SOURCE, DEFINITION.DATA_CLASS, WINDOW, SERVED_KEY)
                .select(CLIENT_LINK.CLIENT_ID, CLIENT_LINK.SEARCHABLE)
                .distinctOn(EVENT_STATUS.CLIENT_KEY, EVENT_STATUS.MEASURE)
                .from(EVENT_STATUS)
                .join(DEFINITION)
                .on(row(DEFINITION.MEASURE, DEFINITION.VERSION).eq(EVENT_STATUS.MEASURE, EVENT_STATUS.VERSION))
                .leftJoin(CLIENT_LINK)
                .on(CLIENT_LINK.SENDER.eq(EVENT_STATUS.SENDER), CLIENT_LINK.CLIENT_KEY.eq(EVENT_STATUS.CLIENT_KEY))
                .and(CLIENT_LINK.LINKED_TO.isNull())
                .where(EVENT_STATUS.RUN_ID.eq(run))
                .and(EVENT_STATUS.SENDER.eq(sender))
                .orderBy(
                        EVENT_STATUS.CLIENT_KEY,
                        EVENT_STATUS.MEASURE,
                        EVENT_STATUS.VERSION.desc(),
                        EVENT_STATUS.INDEX_DATE.desc(),
                        EVENT_STATUS.INDEX_KEY.desc())
                .fetch(row -> event(row, context));
    }

    private Context context(long run, String sender) {
        ClientMerges merges = MergeReading.of(jooq, sender);
        return new Context(
                merges,
                merges.anyKin(VictimServices.servedNow(jooq, sender)),
                underReview(),
                new ClientFactsQuery(jooq, merges).of(sender),
                seen(run, sender));
    }

    /**
     * What is looked up once for all index events: the provider's merges, clients of victim services, joint clients under
     * review, clients by key, events by index event.
     */
    private record Context(
            ClientMerges merges,
            Set<ClientRef> victimServices,
            Set<Long> underReview,
            Map<String, ClientFacts> clients,
            Map<Long, List<SeenEvent>> seen) {

        boolean isServed(ClientRef client, String servedKey) {
            return servedKey != null
                    && merges.survivor(new ClientRef(client.sender(), servedKey))
                            .equals(client);
        }
    }

    private static IndexEvent event(Record row, Context context) {
        String clientKey = row.get(EVENT_STATUS.CLIENT_KEY);
        return new IndexEvent(
                new MeasureKey(
                        row.get(EVENT_STATUS.MEASURE),
                        row.get(EVENT_STATUS.VERSION),
                        row.get(DEFINITION.EVENT_SOURCE),
                        row.get(DEFINITION.DATA_CLASS),
                        row.get(WINDOW)),
                clientKey,
                Optional.ofNullable(row.get(CLIENT_LINK.CLIENT_ID)),
                Optional.ofNullable(row.get(EVENT_STATUS.SERVICE_START)),
                row.get(EVENT_STATUS.INDEX_DATE),
                row.get(EVENT_STATUS.WINDOW_END),
                observation(row.get(EVENT_STATUS.STATUS)),
                Optional.ofNullable(row.get(EVENT_STATUS.OBSERVED_THROUGH)),
                standing(row, context),
                context.clients()
                        .getOrDefault(clientKey, new ClientFacts(List.of(), Optional.empty(), Optional.empty())),
                context.seen().getOrDefault(row.get(EVENT_STATUS.EVENT_STATUS_ID), List.of()));
    }

    private static Observation observation(String status) {
        return switch (status) {
            case "NUM", "DEN_ONLY" -> Observation.COMPLETE;
            case "IMMATURE" -> Observation.OPEN;
            default -> Observation.NONE;
        };
    }

    private static Standing standing(Record row, Context context) {
        Long now = row.get(CLIENT_LINK.CLIENT_ID);
        ClientRef client = new ClientRef(row.get(EVENT_STATUS.SENDER), row.get(EVENT_STATUS.CLIENT_KEY));
        return new Standing(
                context.isServed(client, row.get(SERVED_KEY)),
                context.victimServices().contains(client),
                Boolean.TRUE.equals(row.get(CLIENT_LINK.SEARCHABLE)),
                context.underReview().contains(now),
                now != null && now.equals(row.get(EVENT_STATUS.CLIENT_ID)));
    }

    private Set<Long> underReview() {
        return new HashSet<>(jooq.selectDistinct(CLIENT_LINK.CLIENT_ID)
                .from(REVIEW_TASK)
                .join(COMPARISON)
                .on(COMPARISON.COMPARISON_ID.eq(REVIEW_TASK.COMPARISON_ID))
                .join(CLIENT_LINK)
                .on(row(CLIENT_LINK.SENDER, CLIENT_LINK.CLIENT_KEY)
                        .eq(COMPARISON.SENDER_A, COMPARISON.CLIENT_KEY_A)
                        .or(row(CLIENT_LINK.SENDER, CLIENT_LINK.CLIENT_KEY)
                                .eq(COMPARISON.SENDER_B, COMPARISON.CLIENT_KEY_B)))
                .and(CLIENT_LINK.LINKED_TO.isNull())
                .where(REVIEW_TASK.CLOSED_AT.isNull())
                .fetch(CLIENT_LINK.CLIENT_ID));
    }

    private Map<Long, List<SeenEvent>> seen(long run, String sender) {
        return jooq.select(EVENT_SEEN.fields())
                .from(EVENT_SEEN)
                .join(EVENT_STATUS)
                .on(EVENT_STATUS.EVENT_STATUS_ID.eq(EVENT_SEEN.EVENT_STATUS_ID))
                .where(EVENT_STATUS.RUN_ID.eq(run))
                .and(EVENT_STATUS.SENDER.eq(sender))
                .fetchGroups(
                        EVENT_SEEN.EVENT_STATUS_ID,
                        row -> new SeenEvent(
                                row.get(EVENT_SEEN.EVENT_SENDER),
                                row.get(EVENT_SEEN.EVENT_DATE),
                                row.get(EVENT_SEEN.LINK_GRADE).equals("disclosure")));
    }
}
