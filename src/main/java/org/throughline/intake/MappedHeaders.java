package org.throughline.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.throughline.mapping.Facts;
import org.throughline.mapping.MemberMapping;
import org.throughline.problem.Level;
import org.throughline.problem.Problem;

/** Columns held against the feeds' mappings as they stand now. */
public final class MappedHeaders implements FeedHeaders {
    private final SenderFeeds feeds;
    private final Mappings mappings;

    /** The feeds as they are set up, under the mappings as they stand. */
    public MappedHeaders(SenderFeeds feeds, IntakePorts ports) {
        this.feeds = feeds;
        this.mappings = new Mappings(ports);
    }

    /** The told texts name the columns: these come from a table's description, never from a row. */
    @Override
    public List<String> faults(FeedId feed, List<String> header) {
        return feeds.of(feed.sender()).stream()
                .filter(known -> known.id().equals(feed))
                .flatMap(known -> mappings.current(known.mapping()).mapping().members().stream())
                .limit(1)
                .flatMap(member -> problems(member, header).stream())
                .filter(problem -> problem.level() == Level.HOLD_FILE)
                .map(Problem::told)
                .toList();
    }

    /** No row is read here, so that the day by which years of two digits are read does not matter; it must only be there. */
    private static List<Problem> problems(MemberMapping member, List<String> header) {
        return member.bind(header, new Facts(Map.of("received.on", LocalDate.EPOCH)))
                .problems();
    }
}
