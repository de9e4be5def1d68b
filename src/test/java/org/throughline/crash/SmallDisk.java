package org.throughline.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A disk in memory that can be filled up with ballast, and freed again. */
final class SmallDisk implements AutoCloseable {
    private final Path place;

    private SmallDisk(Path place) {
        this.place = place;
    }

    /** True where this process may mount one. */
    static boolean possible() {
        if (!Cluster.root()) {
            return false;
        }
        try {
            Path folder = Files.createTempDirectory("throughline-disk");
            int mounted = Cluster.tried(mount(folder, 1));
            boolean may = mounted == 0 && Cluster.tried(List.of("umount", folder.toString())) == 0;
            Files.delete(folder);
            return may;
        } catch (IOException missing) {
            return false;
        }
    }

    /** Mounts one of so many megabytes at this folder. */
    static SmallDisk at(Path folder, int megabytes) throws IOException {
        Cluster.run(mount(Files.createDirectories(folder), megabytes));
        return new SmallDisk(folder);
    }

    private static List<String> mount(Path folder, int megabytes) {
        return List.of("mount", "-t", "tmpfs", "-o", "mode=755,size=" + megabytes + "m", "tmpfs", folder.toString());
    }

    /** Leaves no more than so many bytes. */
    void fill(long left) throws IOException {
        FileStore disk = Files.getFileStore(place);
        byte[] chunk = new byte[4096];
        try (OutputStream out = Files.newOutputStream(ballast())) {
            while (disk.getUsableSpace() > left) {
                out.write(chunk);
                out.flush();
            }
        }
    }

    /** Takes the ballast away; true where it was there. */
    boolean free() throws IOException {
        return Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return place.resolve("ballast");
    }

    @Override
    public void close() throws IOException {
        Cluster.run(List.of("umount", "-l", place.toString()));
    }
}
