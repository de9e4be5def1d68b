package org.throughline.crash;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.throughline.NightProcess;

/** How a night is started as a process of its own, quickly: from jars, with the classes of the first night kept as loaded. */
final class HubProcess {
    private static final String ARCHIVE = "night.jsa";

    private final Path folder;
    private final String classPath;
    private final boolean keeps;

    private HubProcess(Path folder, String classPath, boolean keeps) {
        this.folder = folder;
        this.classPath = classPath;
        this.keeps = keeps;
    }

    /** From the folders and jars of this process's own class path. */
    static HubProcess plain(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new HubProcess(folder, System.getProperty("java.class.path"), false);
    }

    /**
     * Packs the folders of this process's own class path below a folder that is kept from one run to the next, since only jars
     * can be kept as loaded.
     */
    static HubProcess packed() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "kills"));
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry).toAbsolutePath();
            if (Files.isDirectory(path)) {
                Path jar = folder.resolve("classes-" + entries.size() + ".jar").toAbsolutePath();
                if (!isNewer(jar, path)) {
                    pack(path, jar);
                    Files.deleteIfExists(folder.resolve(ARCHIVE));
                }
                entries.add(jar.toString());
            } else {
                entries.add(path.toString());
            }
        }
        return new HubProcess(folder, String.join(File.pathSeparator, entries), true);
    }

    /** Of the tests' classes a night needs its own only; the others change often. */
    private static Stream<Path> needed(Path classes) throws IOException {
        Path own = classes.resolve(NightProcess.class.getName().replace('.', '/') + ".class");
        if (!Files.exists(own)) {
            return Files.walk(classes);
        }
        String name = NightProcess.class.getSimpleName();
        return Files.list(own.getParent())
                .filter(file -> file.getFileName().toString().startsWith(name));
    }

    private static boolean isNewer(Path jar, Path classes) throws IOException {
        if (!Files.exists(jar)) {
            return false;
        }
        FileTime packed = Files.getLastModifiedTime(jar);
        try (Stream<Path> files = needed(classes)) {
            return files.map(HubProcess::modified).allMatch(each -> each.compareTo(packed) < 0);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out);
                Stream<Path> files = needed(classes)) {
            packed.setLevel(0);
            for (Path file :
                    files.filter(each -> !each.equals(classes)).sorted().toList()) {
                String name = classes.relativize(file).toString();
                packed.putNextEntry(new JarEntry(Files.isDirectory(file) ? name + "/" : name));
                if (Files.isRegularFile(file)) {
                    Files.copy(file, packed);
                }
            }
        }
    }

    /**
     * How a night is begun.
     *
     * @param rounds how often it looks for work
     * @param clock file that says by how many seconds the clock is wrong
     */
    record Order(Map<String, String> environment, int mailPort, int rounds, Path clock) {}

    /** Begins a night; each line that it says is told as it comes. */
    Process start(NightHome night, Order order, Consumer<String> told) throws IOException {
        Path archive = folder.resolve(ARCHIVE);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xlog:disable",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath,
                NightProcess.class.getName(),
                night.installation().toString(),
                NightHome.INSTANT.toString(),
                Integer.toString(order.mailPort()),
                Integer.toString(order.rounds()),
                order.clock().toString()));
        if (keeps) {
            command.add(1, (Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + archive);
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(order.environment());
        Process process = builder.start();
        Thread listener = new Thread(() -> listen(process, told), "night's words");
        listener.setDaemon(true);
        listener.start();
        return process;
    }

    private void listen(Process process, Consumer<String> told) {
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
                Writer log = Files.newBufferedWriter(log(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                told.accept(line);
                log.write(line + "\n");
            }
        } catch (IOException dead) {
            return;
        }
    }

    /** What the nights said. */
    Path log() {
        return folder.resolve("nights.log");
    }
}
