package org.throughline.route;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A JDBC driver that no class path knows, compiled for the test and packed into a jar. */
final class DroppedDriver {
    static final String CLASS = "agency.AgencyBaseDriver";

    private static final Path SOURCE = Path.of("src", "test", "resources", "drivers", "AgencyBaseDriver.txt");
    private static final String SERVICE = "META-INF/services/java.sql.Driver";

    private DroppedDriver() {}

    /** Puts the jar into a folder of drivers. */
    static void into(Path drivers, Path work) throws IOException {
        Path source = work.resolve("agency/AgencyBaseDriver.java");
        Files.createDirectories(source.getParent());
        Files.copy(SOURCE, source);
        Path classes = Files.createDirectories(work.resolve("classes"));
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString());
        if (result != 0) {
            throw new IOException("The driver does not compile.");
        }
        Files.createDirectories(drivers);
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(drivers.resolve("agencybase-1.0.jar")));
                Stream<Path> files = Files.walk(classes)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> add(jar, classes.relativize(file).toString(), file));
            service(jar, CLASS);
        }
    }

    /** Puts a jar there that promises a driver and holds none. */
    static void broken(Path drivers) throws IOException {
        Files.createDirectories(drivers);
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(drivers.resolve("a-broken.jar")))) {
            service(jar, "agency.NotThere");
        }
        Files.writeString(drivers.resolve("b-no-jar.jar"), "no jar at all");
    }

    private static void service(JarOutputStream jar, String driver) throws IOException {
        jar.putNextEntry(new JarEntry(SERVICE));
        jar.write((driver + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        jar.closeEntry();
    }

    private static void add(JarOutputStream jar, String name, Path file) {
        try {
            jar.putNextEntry(new JarEntry(name));
            Files.copy(file, (OutputStream) jar);
            jar.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
