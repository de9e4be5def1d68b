package org.throughline.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.intake.Channel;
import org.throughline.problem.ProblemCode;

/** Connects to databases with the drivers that come with the hub and those that stand in its folder of drivers. */
final class JdbcDrivers {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcDrivers.class);

    private final Optional<Path> folder;
    /** Kept once it is found: each look into the folder loads its classes anew. */
    private Optional<Driver> found = Optional.empty();

    JdbcDrivers(Optional<Path> folder) {
        this.folder = folder;
    }

    /** A connection of the channel's; closed by whoever asked for it. */
    Connection connect(Channel channel) throws RefusedException {
        String url = channel.parameter("url").orElseThrow();
        Driver driver = driver(url)
                .orElseThrow(() -> new RefusedException(
                        ProblemCode.DATABASE_DRIVER,
                        "Channel " + channel.id() + ": no driver is there for addresses that start with " + scheme(url)
                                + ".",
                        true));
        found = Optional.of(driver);
        Properties login = new Properties();
        channel.parameter("user").ifPresent(user -> login.setProperty("user", user));
        Optional<Path> secret = channel.parameter("passwordFile").map(Path::of);
        if (secret.isPresent()) {
            login.setProperty("password", password(channel, secret.get()));
        }
        String timeout = Long.toString(timeoutSeconds(channel));
        login.setProperty("loginTimeout", timeout);
        login.setProperty("connectTimeout", timeout);
        try {
            Connection connection = driver.connect(url, login);
            limit(connection, timeoutSeconds(channel));
            return connection;
        } catch (SQLException | RuntimeException failed) {
            throw JdbcFault.of(channel, failed);
        }
    }

    /** Not every driver knows this limit; statements have one of their own. */
    private static void limit(Connection connection, int seconds) throws SQLException {
        try {
            connection.setNetworkTimeout(Runnable::run, (int) TimeUnit.SECONDS.toMillis(seconds) * 2);
        } catch (SQLFeatureNotSupportedException | AbstractMethodError without) {
            LOG.debug(
                    "The driver of {} knows no network time-out.",
                    connection.getClass().getName());
        } catch (SQLException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    static int timeoutSeconds(Channel channel) {
        return channel.parameter("timeoutSeconds").map(Integer::parseInt).orElse(300);
    }

    private static String scheme(String url) {
        int second = url.indexOf(':', "jdbc:".length());
        return second < 0 ? "jdbc:" : url.substring(0, second + 1);
    }

    private static String password(Channel channel, Path file) throws RefusedException {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new RefusedException(
                    ProblemCode.DATABASE_LOGIN,
                    "Channel " + channel.id() + ": the file of the password cannot be read.",
                    true);
        }
    }

    private Optional<Driver> driver(String url) {
        return found.filter(driver -> accepts(driver, url))
                .or(() -> Stream.concat(
                                folder.filter(Files::isDirectory).map(JdbcDrivers::dropped).stream()
                                        .flatMap(List::stream),
                                DriverManager.drivers())
                        .filter(driver -> accepts(driver, url))
                        .findFirst());
    }

    /** The drivers of a folder. One that cannot be loaded, say since it needs a newer Java, hinders no other. */
    private static List<Driver> dropped(Path folder) {
        List<Driver> drivers = new ArrayList<>();
        Iterator<ServiceLoader.Provider<Driver>> providers =
                ServiceLoader.load(Driver.class, loader(folder)).stream().iterator();
        boolean more = true;
        while (more) {
            try {
                more = providers.hasNext();
                if (more) {
                    drivers.add(providers.next().get());
                }
            } catch (ServiceConfigurationError | LinkageError unusable) {
                LOG.warn("A driver in {} cannot be loaded: {}", folder, unusable.getMessage());
            }
        }
        return drivers;
    }

    /** Stays open as long as the process: a driver loads its classes when it needs them. */
    private static ClassLoader loader(Path folder) {
        List<URL> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path file : files) {
                jars.add(url(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new URLClassLoader(jars.toArray(URL[]::new), JdbcDrivers.class.getClassLoader());
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException unknown) {
            return false;
        }
    }
}
