package org.throughline.release;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.throughline.release.Manifest.MeasureNote;
import org.throughline.release.Manifest.Notice;
import org.throughline.release.Manifest.Superseded;

/** Draws up an outcome file from findings: rows, bytes, manifest, accounting. */
final class OutcomeBuilder {
    private final Sending sending;
    private final OutcomeFormat format;
    private final Optional<WrittenFile> latest;
    private final Optional<WrittenFile> delivered;

    /**
     * A builder for one occasion.
     *
     * @param format how the file is written
     * @param latest the latest file, delivered or not; it gives the next number
     * @param delivered the latest file that was delivered; the new one replaces it
     */
    OutcomeBuilder(
            Sending sending, OutcomeFormat format, Optional<WrittenFile> latest, Optional<WrittenFile> delivered) {
        this.sending = sending;
        this.format = format;
        this.latest = latest;
        this.delivered = delivered;
    }

    /** True where the format has room for every row. */
    boolean fits(List<Finding> findings) {
        return new OutcomeFileWriter(format).fits(OutcomeRows.of(findings));
    }

    OutcomeDraft draft(long measureRun, List<Finding> findings) {
        List<OutcomeRow> plain = OutcomeRows.of(findings);
        List<OutcomeRow> rows = delivered
                .map(WrittenFile::rows)
                .map(told -> OutcomeRows.against(told, plain))
                .orElse(plain);
        byte[] content = new OutcomeFileWriter(format).write(rows);
        String sha256 = DigestUtils.sha256Hex(content);
        int sequence = latest.map(last -> last.file().sequence()).orElse(0) + 1;
        String name = name(sequence);
        return new OutcomeDraft(
                sending.recipient(),
                sequence,
                name,
                measureRun,
                sending.instant(),
                sending.localDay(),
                sha256,
                content,
                delivered.map(WrittenFile::file),
                ManifestJson.write(manifest(name, sha256, sequence, new Contents(rows, findings))),
                Sending.PURPOSE,
                rows,
                Accounting.of(findings));
    }

    /** Rows and what they stand for. */
    private record Contents(List<OutcomeRow> rows, List<Finding> findings) {}

    private String name(int sequence) {
        return "%s_outcomes_%s_%04d.%s"
                .formatted(
                        sending.recipient().sender(),
                        sending.localDay().format(DateTimeFormatter.BASIC_ISO_DATE),
                        sequence,
                        format.extension());
    }

    private Manifest manifest(String name, String sha256, int sequence, Contents contents) {
        return new Manifest(
                name,
                sha256,
                contents.rows().size(),
                sequence,
                sending.instant(),
                sending.localDay(),
                sending.recipient().sender(),
                delivered.map(WrittenFile::file).map(old -> new Superseded(old.name(), old.sha256())),
                measures(contents.rows()),
                notices(contents.findings()));
    }

    private static List<MeasureNote> measures(List<OutcomeRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.measure() + "\n" + row.version(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(OutcomeBuilder::measure)
                .toList();
    }

    private static MeasureNote measure(List<OutcomeRow> rows) {
        OutcomeRow any = rows.get(0);
        Optional<LocalDate> observed =
                rows.stream().flatMap(row -> row.observedThrough().stream()).min(LocalDate::compareTo);
        return new MeasureNote(any.measure(), any.version(), any.window(), rows.size(), observed);
    }

    private static List<Notice> notices(List<Finding> findings) {
        return findings.stream()
                .flatMap(OutcomeBuilder::noticed)
                .collect(Collectors.groupingBy(
                        Noticed::text,
                        TreeMap::new,
                        Collectors.mapping(Noticed::measure, Collectors.toCollection(TreeSet::new))))
                .entrySet()
                .stream()
                .map(entry -> new Notice(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    private record Noticed(String text, String measure) {}

    private static Stream<Noticed> noticed(Finding finding) {
        return finding.grounds().stream()
                .flatMap(permit -> permit.notice().stream())
                .map(text -> new Noticed(text, finding.event().measure().id()));
    }

    /**
     * The latest file, where the draft says nothing else than that one does, in the same format. A file that still waits for delivery
     * must rest on the same grounds and name the same address too, since it is about to be sent there.
     */
    Optional<OutcomeFile> sameAsLatest(OutcomeDraft draft) {
        return latest.filter(last -> unmarked(last.rows()).equals(unmarked(draft.rows())))
                .filter(last -> last.file().name().endsWith("." + format.extension()))
                .filter(last -> sameNotices(last.manifest(), draft.manifest()))
                .filter(last -> last.file().deliveredAt().isPresent() || sameAccounting(last, draft))
                .map(WrittenFile::file);
    }

    private boolean sameAccounting(WrittenFile last, OutcomeDraft draft) {
        return last.disclosures().equals(draft.disclosures())
                && last.addresses().stream().allMatch(sending.recipient().address()::equals);
    }

    private static List<OutcomeRow> unmarked(List<OutcomeRow> rows) {
        return rows.stream().map(row -> row.changed(false)).toList();
    }

    private static boolean sameNotices(String one, String other) {
        return ManifestJson.read(one).notices().equals(ManifestJson.read(other).notices());
    }
}
