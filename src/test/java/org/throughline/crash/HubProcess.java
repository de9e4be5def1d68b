package org.throughline.crash;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.throughline.NightProcess;

/** How a night is started as a process of its own, quickly: from jars, with the classes of the first night kept as loaded. */
final class HubProcess {
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

    /** Packs the folders of this process's own class path, since only jars can be kept as loaded. */
    static HubProcess packed(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry).toAbsolutePath();
            if (Files.isDirectory(path)) {
                Path jar = folder.resolve("classes-" + entries.size() + ".jar");
                pack(path, jar);
                entries.add(jar.toString());
            } else {
                entries.add(path.toString());
            }
        }
        return new HubProcess(folder, String.join(File.pathSeparator, entries), true);
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
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

    /** Begins a night. */
    Process start(NightHome night, Map<String, String> environment, int mailPort) throws IOException {
        Path archive = folder.resolve("night.jsa");
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
                Integer.toString(mailPort)));
        if (keeps) {
            command.add(1, (Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + archive);
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** What the nights said. */
    Path log() {
        return folder.resolve("nights.log");
    }
}
