package org.throughline.acceptance;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The member files of a bundle as a sender might send them, read and written by a parser that is not the hub's own. */
final class SentMembers {
    private final Map<String, byte[]> members = new LinkedHashMap<>();

    private SentMembers() {}

    /** The files of a folder. */
    static SentMembers of(Path folder) {
        SentMembers sent = new SentMembers();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                sent.members.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sent;
    }

    /** No files. */
    static SentMembers none() {
        return new SentMembers();
    }

    /** The same and one more file, or another text for a file. */
    SentMembers with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same and one more file, or other bytes for a file. */
    SentMembers with(String name, byte[] bytes) {
        SentMembers more = new SentMembers();
        more.members.putAll(members);
        more.members.put(name, bytes);
        return more;
    }

    /** The same without these files. */
    SentMembers without(String... names) {
        SentMembers fewer = new SentMembers();
        fewer.members.putAll(members);
        fewer.members.keySet().removeAll(List.of(names));
        return fewer;
    }

    /** The same rows of a file in another order or with its columns moved; the header is the first of the rows. */
    SentMembers rearranged(String name, UnaryOperator<List<List<String>>> change) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            change.apply(table(name)).forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return with(name, text.toString());
    }

    /** Names of the files. */
    List<String> names() {
        return List.copyOf(members.keySet());
    }

    /** How many rows a file holds below its header. */
    long rows(String name) {
        return table(name).size() - 1L;
    }

    /** The rows of a file, its header first. */
    List<List<String>> table(String name) {
        List<List<String>> rows = new ArrayList<>();
        String text = new String(members.get(name), StandardCharsets.UTF_8);
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            csv.forEach(row -> rows.add(row.getFields()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** A zip of the files, each in this folder; empty text for none. */
    Path zip(Path file, String folder) {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                ZipEntry entry = new ZipEntry(folder + member.getKey());
                entry.setTime(1_600_000_000_000L);
                zip.putNextEntry(entry);
                zip.write(member.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** A zip of the files. */
    Path zip(Path file) {
        return zip(file, "");
    }
}
