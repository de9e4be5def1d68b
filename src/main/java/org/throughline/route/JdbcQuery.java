package org.throughline.route;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.intake.Channel;
import org.throughline.problem.SetupException;

/**
 * The query of a jdbc-pull channel: one SELECT, in which {@code :watermark} stands for how far the table was read before, less
 * the overlap.
 */
final class JdbcQuery {
    private static final Pattern SELECT = Pattern.compile("(?is)\\s*(select|with)\\b.*");
    private static final Pattern PART =
            Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|--[^\n]*|/\\*.*?\\*/|(?<!:):watermark\\b|;", Pattern.DOTALL);
    private static final int USUAL_FETCH = 1_000;

    private final Channel channel;
    private final String sql;
    private final int marks;

    private JdbcQuery(Channel channel, String sql, int marks) {
        this.channel = channel;
        this.sql = sql;
        this.marks = marks;
    }

    /** The query as the channel states it; throws a SetupException with everything that is wrong with it. */
    static JdbcQuery of(Channel channel) {
        List<String> findings = new ArrayList<>();
        String who = "Channel " + channel.id() + ": ";
        if (channel.parameter("query").isPresent()
                == channel.parameter("queryFile").isPresent()) {
            throw new SetupException(who + "state either query or queryFile in the partner file.");
        }
        String text = text(channel).strip().replaceFirst(";\\s*$", "");
        StringBuilder sql = new StringBuilder();
        int marks = 0;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            boolean mark = part.group().equals(":watermark");
            marks += mark ? 1 : 0;
            if (part.group().equals(";")) {
                findings.add(who + "the query holds several statements. Keep one SELECT.");
            }
            part.appendReplacement(sql, mark ? "?" : Matcher.quoteReplacement(part.group()));
        }
        part.appendTail(sql);
        if (!SELECT.matcher(text).matches()) {
            findings.add(who + "the query is not a SELECT.");
        }
        if (marks > 0 && Start.of(channel).isEmpty()) {
            findings.add(
                    who + "a query with :watermark needs watermarkColumn and watermarkStart, a day, an instant or a"
                            + " number.");
        }
        if (!findings.isEmpty()) {
            throw new SetupException(findings);
        }
        return new JdbcQuery(channel, sql.toString(), marks);
    }

    private static String text(Channel channel) {
        try {
            return channel.parameter("query").isPresent()
                    ? channel.parameter("query").get()
                    : Files.readString(Path.of(channel.parameter("queryFile").orElseThrow()));
        } catch (IOException unreadable) {
            throw new SetupException(
                    "Channel " + channel.id() + ": the file of queryFile cannot be read. Put it there, in UTF-8.");
        }
    }

    /** Where reading begins that has no mark yet. */
    private static final class Start {
        private Start() {}

        static Optional<Object> of(Channel channel) {
            return channel.parameter("watermarkColumn")
                    .flatMap(column -> channel.parameter("watermarkStart"))
                    .flatMap(JdbcQuery::value);
        }
    }

    /** A watermark out of its text: a day, an instant, a local time or a number. */
    static Optional<Object> value(String text) {
        try {
            if (text.matches("-?\\d+(\\.\\d+)?")) {
                return Optional.of(new BigDecimal(text));
            }
            if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
                return Optional.of(LocalDate.parse(text));
            }
            return Optional.of(
                    text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)") ? OffsetDateTime.parse(text) : LocalDateTime.parse(text));
        } catch (DateTimeParseException unfit) {
            return Optional.empty();
        }
    }

    /** Prepares it to be read from a mark on. Rows come in portions, and nothing can be changed. */
    PreparedStatement prepare(Connection connection, Optional<String> mark) throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        statement.setFetchSize(
                channel.parameter("fetchSize").map(Integer::parseInt).orElse(USUAL_FETCH));
        statement.setQueryTimeout(JdbcDrivers.timeoutSeconds(channel));
        if (marks > 0) {
            Object from = mark.flatMap(JdbcQuery::value)
                    .map(this::lessOverlap)
                    .orElseGet(() -> Start.of(channel).orElseThrow());
            for (int at = 1; at <= marks; at++) {
                statement.setObject(at, from);
            }
        }
        return statement;
    }

    private Object lessOverlap(Object mark) {
        Optional<String> overlap = channel.parameter("overlap");
        if (overlap.isEmpty() || !(mark instanceof Temporal time)) {
            return mark;
        }
        return time.minus(Spans.amount(overlap.get()));
    }
}
