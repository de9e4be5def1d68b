package org.throughline.route;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Why the hub itself could not take in what arrived, where that passes by itself or by a hand, and hits every file alike. */
public enum HubFault {
    /** Connections are refused or break off. */
    DATABASE_AWAY("the hub's database is away, or was away; it goes on by itself when the database is back"),
    /** The server has no space for another row. */
    DATABASE_FULL("the disk of the hub's database is full; free space there"),
    /** The home, or the folder of temporary files, has no space for another file. */
    DISK_FULL(
            "the disk of the hub's home is full, or that of its temporary files; free space there, doctor says where");

    private final String words;

    HubFault(String words) {
        this.words = words;
    }

    /** Why, and what to do, as the end of a sentence. */
    public String words() {
        return words;
    }

    /** What a failure comes down to; empty where it is the file's or the program's own. */
    public static Optional<HubFault> of(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return first(causes, HubFault::disk).or(() -> first(causes, HubFault::database));
    }

    private static Optional<HubFault> first(List<Throwable> causes, Function<Throwable, Optional<HubFault>> fault) {
        return causes.stream().flatMap(cause -> fault.apply(cause).stream()).findFirst();
    }

    /** Java tells this by the words of the operating system only. */
    private static Optional<HubFault> disk(Throwable cause) {
        String text = cause instanceof IOException ? String.valueOf(cause.getMessage()) : "";
        return text.contains("No space left") || text.contains("quota exceeded")
                ? Optional.of(DISK_FULL)
                : Optional.empty();
    }

    /** By the class of the SQLSTATE: 08 connection, 53 resources, 57 stopped by an operator. */
    private static Optional<HubFault> database(Throwable cause) {
        if (cause instanceof SQLTransientConnectionException) {
            return Optional.of(DATABASE_AWAY);
        }
        String state = cause instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
        if (state.equals("53100")) {
            return Optional.of(DATABASE_FULL);
        }
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")
                ? Optional.of(DATABASE_AWAY)
                : Optional.empty();
    }
}
