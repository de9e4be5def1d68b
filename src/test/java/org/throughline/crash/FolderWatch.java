package org.throughline.crash;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Tells the tripwire of files that come and go below a home: originals kept, receipts and outcomes laid down, files archived. */
final class FolderWatch implements AutoCloseable {
    /** What is in the name of a file that the hub makes, the narrower before the wider. */
    private static final List<String> KINDS =
            List.of("arriving", ".receipt.json", "annotated", ".manifest.json", "outcomes", ".done", ".bytes");

    private final WatchService watcher = FileSystems.getDefault().newWatchService();
    private final Map<WatchKey, Path> folders = new ConcurrentHashMap<>();
    private final Path home;
    private final Tripwire wire;

    FolderWatch(Path home, Tripwire wire) throws IOException {
        this.home = home;
        this.wire = wire;
        follow(home);
    }

    /** Begins to tell. */
    void begin() {
        Thread thread = new Thread(this::listen, "folder watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void follow(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path each : below.filter(Files::isDirectory).toList()) {
                folders.put(each.register(watcher, ENTRY_CREATE, ENTRY_DELETE), each);
            }
        }
    }

    private void listen() {
        try {
            while (true) {
                WatchKey key = watcher.take();
                for (WatchEvent<?> event : key.pollEvents()) {
                    heard(folders.get(key), event);
                }
                key.reset();
            }
        } catch (IOException | RuntimeException | InterruptedException over) {
            return;
        }
    }

    private void heard(Path folder, WatchEvent<?> event) throws IOException {
        if (!(event.context() instanceof Path name)) {
            return;
        }
        Path file = folder.resolve(name);
        String what = event.kind() == ENTRY_CREATE ? "made " : "taken away ";
        wire.moment("file " + what + name(home.relativize(file).toString()));
        if (event.kind() == ENTRY_CREATE && Files.isDirectory(file)) {
            follow(file);
        }
    }

    /** The kind of file and of folder: whose it is and what it is called are left out. */
    static String name(String path) {
        String folder = path.replaceAll("[^/]*$", "")
                .replaceAll("originals/[0-9a-f]{2}/", "originals/")
                .replaceAll("^partners/[a-z]+/", "partner's ")
                .replaceAll("^receipts/[a-z]+/", "receipts/");
        String file = path.substring(path.lastIndexOf('/') + 1);
        String kind = KINDS.stream().filter(file::contains).findFirst().orElse("file");
        return folder + kind + (file.endsWith(".part") ? ".part" : "");
    }

    @Override
    public void close() throws IOException {
        watcher.close();
    }
}
