package org.throughline.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Connections on which every statement is explained, with its values, before it runs. */
public final class ExplainedSource {
    private final DataSource real;
    private final List<String> plans = new ArrayList<>();

    /** Explains what runs on these connections. */
    public ExplainedSource(DataSource real) {
        this.real = real;
    }

    /** The plans so far, each as the server's text, line by line. */
    public List<String> plans() {
        return List.copyOf(plans);
    }

    /** The connections. */
    public DataSource source() {
        return proxy(DataSource.class, (self, method, values) -> {
            Object result = call(real, method, values);
            return result instanceof Connection connection ? explained(withoutScans(connection)) : result;
        });
    }

    /** Small tables are read whole whatever indexes they have; told not to, the server does so only where none serves. */
    private static Connection withoutScans(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
        }
        return connection;
    }

    private Connection explained(Connection connection) {
        return proxy(Connection.class, (self, method, values) -> {
            Object result = call(connection, method, values);
            return result instanceof PreparedStatement statement
                    ? explained(statement, connection.prepareStatement("explain " + values[0]))
                    : result;
        });
    }

    private PreparedStatement explained(PreparedStatement statement, PreparedStatement explain) {
        return proxy(PreparedStatement.class, (self, method, values) -> {
            if (method.getName().startsWith("set") && values.length > 1) {
                call(explain, method, values);
            } else if (method.getName().startsWith("execute")) {
                note(explain);
            }
            return call(statement, method, values);
        });
    }

    private void note(PreparedStatement explain) throws SQLException {
        try (ResultSet lines = explain.executeQuery()) {
            StringBuilder plan = new StringBuilder();
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
            plans.add(plan.toString());
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object... values) throws Throwable {
        try {
            return method.invoke(target, values);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
