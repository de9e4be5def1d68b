package org.throughline.route;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import org.throughline.intake.Channel;
import org.throughline.problem.ProblemCode;

/** Says why a database could not be used, by its SQLSTATE alone: what it says in words may hold values. */
final class JdbcFault {

    private JdbcFault() {}

    static RefusedException of(Channel channel, Exception failure) {
        String who = "Channel " + channel.id() + ": ";
        if (!(failure instanceof SQLException sql)) {
            return new RefusedException(ProblemCode.DATABASE_FAILED, who + "the driver fails.", true);
        }
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        String told = state.matches("[0-9A-Z]{5}") ? " (SQLSTATE " + state + ")" : "";
        if (sql instanceof SQLTimeoutException || state.equals("57014")) {
            return new RefusedException(
                    ProblemCode.DATABASE_FAILED, who + "the database did not answer in time" + told + ".", true);
        }
        if (state.startsWith("28")) {
            return new RefusedException(
                    ProblemCode.DATABASE_LOGIN, who + "the database does not accept the login" + told + ".", true);
        }
        if (state.startsWith("08") || state.isEmpty()) {
            return new RefusedException(
                    ProblemCode.DATABASE_FAILED, who + "the database cannot be reached" + told + ".", true);
        }
        return new RefusedException(
                ProblemCode.DATABASE_REFUSED, who + "the database refuses the statement" + told + ".", true);
    }
}
