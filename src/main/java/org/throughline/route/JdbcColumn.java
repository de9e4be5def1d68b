package org.throughline.route;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A column of a query's result, and how its values become text: days and times in ISO form, numbers without an exponent, truth
 * as true and false.
 *
 * @param place from 1
 */
record JdbcColumn(int place, String name, Kind kind) {
    private static final int LAST_YEAR = 9_999;

    /** What a column holds. */
    enum Kind {
        TEXT,
        NUMBER,
        FLOAT,
        FLAG,
        DAY,
        TIME,
        LOCAL_INSTANT,
        INSTANT,
        /** Bytes, lists and structures: nothing that a row of text can carry. */
        UNFIT
    }

    static JdbcColumn of(ResultSetMetaData result, int place) throws SQLException {
        String type =
                Optional.ofNullable(result.getColumnTypeName(place)).orElse("").toLowerCase(Locale.ROOT);
        return new JdbcColumn(place, result.getColumnLabel(place), kind(result.getColumnType(place), type));
    }

    private static Kind kind(int type, String name) {
        if (name.contains("timestamptz") || name.contains("with time zone") || name.equals("datetimeoffset")) {
            return name.startsWith("time ") ? Kind.TEXT : Kind.INSTANT;
        }
        return switch (type) {
            case Types.BIT -> name.startsWith("bit") ? Kind.TEXT : Kind.FLAG;
            case Types.BOOLEAN -> Kind.FLAG;
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL ->
                Kind.NUMBER;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> Kind.FLOAT;
            case Types.DATE -> Kind.DAY;
            case Types.TIME -> Kind.TIME;
            case Types.TIMESTAMP -> Kind.LOCAL_INSTANT;
            case Types.TIMESTAMP_WITH_TIMEZONE -> Kind.INSTANT;
            case Types.BINARY,
                    Types.VARBINARY,
                    Types.LONGVARBINARY,
                    Types.BLOB,
                    Types.ARRAY,
                    Types.STRUCT,
                    Types.REF,
                    Types.ROWID,
                    Types.SQLXML,
                    Types.JAVA_OBJECT -> Kind.UNFIT;
            default -> Kind.TEXT;
        };
    }

    /** The value in the row where the result stands; empty for NULL. */
    Optional<Object> value(ResultSet rows) throws SQLException {
        return Optional.ofNullable(
                switch (kind) {
                    case NUMBER -> rows.getBigDecimal(place);
                    case FLOAT ->
                        Optional.ofNullable(rows.getObject(place))
                                .map(number -> new BigDecimal(number.toString()))
                                .orElse(null);
                    case FLAG -> flag(rows);
                    case DAY -> rows.getObject(place, LocalDate.class);
                    case TIME -> rows.getObject(place, LocalTime.class);
                    case LOCAL_INSTANT -> rows.getObject(place, LocalDateTime.class);
                    case INSTANT -> rows.getObject(place, OffsetDateTime.class);
                    case TEXT, UNFIT -> rows.getString(place);
                });
    }

    private Object flag(ResultSet rows) throws SQLException {
        boolean flag = rows.getBoolean(place);
        return rows.wasNull() ? null : flag;
    }

    /** A value as text. */
    static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof LocalDate day) {
            return known(day.getYear(), day.toString());
        }
        if (value instanceof LocalTime time) {
            return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
        }
        if (value instanceof LocalDateTime time) {
            return known(time.getYear(), DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time));
        }
        if (value instanceof OffsetDateTime time) {
            return known(time.getYear(), DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
        }
        return value.toString();
    }

    private static String known(int year, String text) {
        if (year > LAST_YEAR || year < 1) {
            throw new IllegalArgumentException("A day without end or beginning.");
        }
        return text;
    }
}
