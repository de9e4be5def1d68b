package org.throughline.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import javax.sql.DataSource;

/**
 * One connection handed out again and again as if it came from a pool. Whoever commits, rolls back or closes it does nothing:
 * everything stays in the one transaction that its owner ends.
 */
final class EnclosedConnection implements InvocationHandler {
    private static final Set<String> LEFT_TO_THE_OWNER = Set.of("commit", "close", "setAutoCommit", "abort");

    private final Connection connection;

    private EnclosedConnection(Connection connection) {
        this.connection = connection;
    }

    static DataSource source(Connection connection) {
        Connection enclosed = proxy(Connection.class, new EnclosedConnection(connection));
        return proxy(DataSource.class, (any, method, values) -> {
            if (method.getName().equals("getConnection")) {
                return enclosed;
            }
            throw new UnsupportedOperationException(method.getName());
        });
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] values) throws Throwable {
        boolean whole = method.getName().equals("rollback") && values == null;
        if (whole || LEFT_TO_THE_OWNER.contains(method.getName())) {
            return null;
        }
        try {
            return method.invoke(connection, values);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
