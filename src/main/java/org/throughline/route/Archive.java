package org.throughline.route;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Folder for files that are safely kept by the hub. Names get the instant before them: the same name may come every night. */
final class Archive {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String folder;
    private final Clock clock;
    private Optional<Set<String>> there = Optional.empty();

    Archive(String folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Forgets what the archive held at the look before. */
    void forget() {
        there = Optional.empty();
    }

    /**
     * Moves a file and then its done-file: in this order, a stop between the two leaves a done-file without a file, which
     * harms nobody; the other way round the file would wait for good.
     */
    void take(Shelf shelf, String inbox, String name, boolean withDoneFile) throws IOException {
        String target = free(shelf, name);
        shelf.move(inbox + "/" + name, folder, target);
        if (withDoneFile) {
            shelf.move(inbox + "/" + SafeName.doneFileOf(name), folder, SafeName.doneFileOf(target));
        }
    }

    private String free(Shelf shelf, String name) throws IOException {
        if (there.isEmpty()) {
            shelf.makeFolder(folder);
            there = Optional.of(new HashSet<>(shelf.list(folder).keySet()));
        }
        String stamp = STAMP.format(clock.instant()) + "-";
        String target = stamp + name;
        for (int copy = 2; !there.get().add(target); copy++) {
            target = stamp + copy + "-" + name;
        }
        return target;
    }
}
