package org.throughline.mapping;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.throughline.canonical.CanonicalRecord;
import org.throughline.format.SourceRecord;

/**
 * The rows of one file under a compiled mapping.
 *
 * @param receivedOn null where it is not known, as is {@code day}
 * @param day the day of the file, by which codes are in force or not
 */
record CompiledRows(
        CompiledMember member, Columns columns, Facts facts, LocalDate receivedOn, LocalDate day, boolean waived)
        implements RowMapping {

    @Override
    public MappedRecord map(SourceRecord record) {
        Row row = read(record);
        List<CanonicalRecord> records = records(row);
        for (CheckRule check : member.checks().records()) {
            check.check(row, waived);
        }
        List<GroupPart> groups = List.of();
        if (!member.checks().groups().isEmpty()) {
            groups = member.checks().groups().stream()
                    .map(check -> check.part(row, facts))
                    .toList();
        }
        String key =
                member.writes().isEmpty() ? "" : member.writes().get(0).key().asFarAsReadable(row);
        return new MappedRecord(key, records, row.problems(), groups);
    }

    private List<CanonicalRecord> records(Row row) {
        CanonicalRecord[] records = new CanonicalRecord[member.writes().size()];
        int made = 0;
        for (WriteRule write : member.writes()) {
            CanonicalRecord record = write.record(row);
            if (record != null) {
                records[made++] = record;
            }
        }
        return List.of(made == records.length ? records : Arrays.copyOf(records, made));
    }

    @Override
    public Map<String, Object> fields(SourceRecord record) {
        return read(record).named();
    }

    @Override
    public RowMapping waivingChecks() {
        return new CompiledRows(member, columns, facts, receivedOn, day, true);
    }

    private Row read(SourceRecord record) {
        Row row = new Row(member.table(), columns, facts, record);
        row.read(receivedOn, day);
        return row;
    }

    /** Names no fact and no column. */
    @Override
    public String toString() {
        return "CompiledRows[" + member.member() + "]";
    }
}
