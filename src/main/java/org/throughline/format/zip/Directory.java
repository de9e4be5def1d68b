package org.throughline.format.zip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.throughline.problem.Level;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/** Goes through the directory of an archive and tells members from what is refused or left aside. */
final class Directory {
    private static final int FILE_TYPE = 0170000;
    private static final int PLAIN_FILE = 0100000;

    private final Limits limits;
    private final Map<String, ZipArchiveEntry> members = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();

    private Directory(Limits limits) {
        this.limits = limits;
    }

    static Directory of(List<ZipArchiveEntry> entries, Limits limits) {
        Directory directory = new Directory(limits);
        if (entries.size() > limits.entries()) {
            directory.refuse(tooMany(limits));
            return directory;
        }
        directory.takeAll(entries);
        return directory;
    }

    static String tooMany(Limits limits) {
        return String.format("The archive has more than %,d entries.", limits.entries());
    }

    private void takeAll(List<ZipArchiveEntry> entries) {
        String top = commonFolder(entries);
        long total = 0;
        for (int index = 0; index < entries.size(); index++) {
            ZipArchiveEntry entry = entries.get(index);
            total += Math.max(0, entry.getSize());
            take(entry, index + 1, top);
        }
        if (total > limits.totalBytes()) {
            refuse(String.format(
                    "The archive holds %,d bytes unpacked; at most %,d are taken.", total, limits.totalBytes()));
        }
        if (members.isEmpty() && problems.stream().allMatch(problem -> problem.level() == Level.NOTE)) {
            refuse("The archive holds no file.");
        }
    }

    /** The folder around all files, or empty text; a folder with a bad name is none, so that every entry in it is refused. */
    private static String commonFolder(List<ZipArchiveEntry> entries) {
        Set<String> folders = entries.stream()
                .map(EntryName::of)
                .filter(name -> !name.leftBehind())
                .map(EntryName::folder)
                .collect(Collectors.toSet());
        String folder = folders.size() == 1 ? folders.iterator().next() : "";
        boolean good = !folder.isEmpty() && EntryName.ofFolder(folder).fault().isEmpty();
        return good ? folder : "";
    }

    private void take(ZipArchiveEntry entry, int position, String top) {
        EntryName name = EntryName.of(entry);
        if (name.leftBehind()) {
            Place place = Place.member(name.shown());
            String fact = "Entry " + position + " (" + name.shown() + ") is left aside: macOS made it.";
            problems.add(Problem.of(ProblemCode.ENTRY_LEFT_ASIDE, place, fact));
            return;
        }
        if (top.isEmpty() || !name.text().equals(top)) {
            takeFile(entry, position, name.within(top));
        }
    }

    private void takeFile(ZipArchiveEntry entry, int position, EntryName name) {
        Optional<String> badName = name.fault().or(() -> twice(name, position));
        badName.ifPresent(fault -> refuse(ProblemCode.NAME_REFUSED, name, position, fault));
        Optional<String> badEntry = fault(entry);
        badEntry.ifPresent(fault -> refuse(ProblemCode.ARCHIVE_REFUSED, name, position, fault));
        if (badName.isEmpty() && badEntry.isEmpty()) {
            members.put(name.text(), entry);
        }
    }

    private Optional<String> twice(EntryName name, int position) {
        Integer first = seen.putIfAbsent(name.key(), position);
        return first == null ? Optional.empty() : Optional.of("has the same name as entry " + first);
    }

    private Optional<String> fault(ZipArchiveEntry entry) {
        int type = entry.getUnixMode() & FILE_TYPE;
        if (type != 0 && type != PLAIN_FILE) {
            return Optional.of("is a link or another special file");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            return Optional.of("is encrypted; the files inside an archive are expected plain");
        }
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            return Optional.of("is packed with method " + entry.getMethod() + "; stored or deflated is expected");
        }
        if (entry.getSize() < 0 || entry.getSize() > limits.entryBytes()) {
            return Optional.of(String.format(
                    "holds %,d bytes unpacked; at most %,d are taken", entry.getSize(), limits.entryBytes()));
        }
        return Optional.empty();
    }

    private void refuse(ProblemCode code, EntryName name, int position, String fault) {
        String fact = "Entry " + position + " (" + name.shown() + ") " + fault + ".";
        problems.add(Problem.of(code, Level.HOLD_FILE, Place.member(name.shown()), fact));
    }

    private void refuse(String fact) {
        problems.add(Problem.of(ProblemCode.ARCHIVE_REFUSED, Place.submission(), fact));
    }

    /** Entries by the name of their member, in the order of the archive. */
    Map<String, ZipArchiveEntry> members() {
        return members;
    }

    List<Problem> problems() {
        return problems;
    }
}
