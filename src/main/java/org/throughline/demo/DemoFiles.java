package org.throughline.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The synthetic files that come with the hub, by night and partner. */
final class DemoFiles {
    private static final String INDEX = "/demo/files.txt";

    /**
     * One file.
     *
     * @param partner who lays it down
     * @param name its name in the partner's inbox
     */
    record DemoFile(int night, String partner, String name) {

        private String path() {
            return "/demo/night-" + night + "/" + partner + "/" + name;
        }

        /** Its bytes. */
        InputStream open() {
            InputStream bytes = DemoFiles.class.getResourceAsStream(path());
            if (bytes == null) {
                throw new IllegalStateException("The demo's file " + path() + " did not come with the hub.");
            }
            return bytes;
        }

        /** True for a done-file, which is laid down after the file it speaks of. */
        boolean isDoneFile() {
            return name.endsWith(".done");
        }
    }

    private DemoFiles() {}

    /** The files of a night, done-files last; none after the last night that is made up. */
    static List<DemoFile> of(int night) {
        return all().stream()
                .filter(file -> file.night() == night)
                .sorted((a, b) -> Boolean.compare(a.isDoneFile(), b.isDoneFile()))
                .toList();
    }

    static List<DemoFile> all() {
        try (InputStream index = DemoFiles.class.getResourceAsStream(INDEX);
                BufferedReader lines = new BufferedReader(new InputStreamReader(index, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split("/"))
                    .map(parts ->
                            new DemoFile(Integer.parseInt(parts[0].substring("night-".length())), parts[1], parts[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
