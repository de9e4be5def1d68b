package org.throughline.intake;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.drift.Drift;
import org.throughline.drift.FileLook;
import org.throughline.drift.LookTally;
import org.throughline.format.BrokenInput;
import org.throughline.format.BrokenRecord;
import org.throughline.format.Reading;
import org.throughline.format.RecordReader;
import org.throughline.format.SourceRecord;
import org.throughline.mapping.Binding;
import org.throughline.mapping.Facts;
import org.throughline.mapping.GroupTally;
import org.throughline.mapping.MappedRecord;
import org.throughline.mapping.MemberMapping;
import org.throughline.mapping.Outline;
import org.throughline.mapping.RowMapping;
import org.throughline.problem.Level;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;

/** Reads one member into a load. Where its header holds the file, its records are counted and held unread. */
final class MemberReading {
    private static final int STEP = 10_000;

    private final MemberFile file;
    private final MemberMapping mapping;
    private final Load load;
    private final Intake.Terms terms;
    private final GroupTally groups = new GroupTally();
    private final Outline.Table table;
    private LookTally tally;
    private TotalTally totals = new TotalTally(List.of());

    MemberReading(MemberFile file, MemberMapping mapping, Load load, Intake.Terms terms) {
        this.file = file;
        this.mapping = mapping;
        this.load = load;
        this.terms = terms;
        this.table = Outline.of(mapping);
        this.tally = new LookTally(table, List.of());
    }

    /** The same reading, which adds every record that can be read to these totals. */
    MemberReading counting(TotalTally figures) {
        totals = figures;
        return this;
    }

    /** Stages every record; returns how many there are. */
    long read(Facts facts) throws IOException {
        long records;
        try (RecordReader reader = mapping.open(file.bytes(), file.name())) {
            List<String> header = reader.header();
            Binding binding = mapping.bind(header, facts);
            load.member(file.name(), header);
            Optional<FileLook> before = load.lastLook(mapping.member());
            tally = new LookTally(table, header);
            boolean held = header.isEmpty()
                    || binding.problems().stream().anyMatch(problem -> problem.level() == Level.HOLD_FILE);
            Optional<RowMapping> rows = held ? Optional.empty() : Optional.of(binding.rows());
            try (ReadAhead<Worked> ahead = new ReadAhead<>(reader, reading -> worked(reading, rows))) {
                List<Worked> first = ahead.next();
                boolean headless =
                        header.isEmpty() || !first.isEmpty() && first.get(0).reading() instanceof BrokenInput;
                if (!headless) {
                    GoneColumns.news(binding.problems(), before.map(look -> mapping.bind(look.header(), facts)))
                            .forEach(problem -> load.problem(place(problem)));
                }
                records = stage(first, ahead);
                if (!headless) {
                    look(before);
                }
            }
        }
        groups.problems().forEach(problem -> load.problem(place(problem)));
        terms.progress().read(file.name(), records);
        return records;
    }

    /**
     * A reading, and what the mapping made of it; nothing where the file is held or the record broken.
     *
     * @param ready takes the record up
     */
    private record Worked(Reading reading, Optional<MappedRecord> mapped, Map<String, Object> values, Runnable ready) {}

    private Worked worked(Reading reading, Optional<RowMapping> rows) {
        if (reading instanceof BrokenInput) {
            return new Worked(reading, Optional.empty(), Map.of(), () -> {});
        }
        if (reading instanceof BrokenRecord broken) {
            return new Worked(reading, Optional.empty(), Map.of(), load.ready(staged(broken)));
        }
        SourceRecord record = (SourceRecord) reading;
        Optional<MappedRecord> mapped = rows.map(known -> waived(record, known).map(record));
        return new Worked(
                reading,
                mapped,
                totals.isEmpty() || rows.isEmpty() ? Map.of() : rows.get().fields(record),
                load.ready(mapped.map(made -> ruled(record, made)).orElseGet(() -> unmapped(record))));
    }

    private static StagedRecord staged(BrokenRecord broken) {
        return new StagedRecord(
                broken.place(),
                "",
                Optional.of(RecordState.REJECTED),
                broken.cells(),
                List.of(),
                List.of(broken.problem()));
    }

    private static StagedRecord unmapped(SourceRecord record) {
        return new StagedRecord(
                record.place(), "", Optional.of(RecordState.HELD), record.cells(), List.of(), List.of());
    }

    private RowMapping waived(SourceRecord record, RowMapping rows) {
        return ruling(record).filter(Rulings.Ruling.RELEASED::equals).isPresent() ? rows.waivingChecks() : rows;
    }

    private long stage(List<Worked> first, ReadAhead<Worked> ahead) throws IOException {
        long records = 0;
        for (List<Worked> batch = first; !batch.isEmpty(); batch = ahead.next()) {
            for (Worked worked : batch) {
                records += stage(worked) ? 1 : 0;
                if (records % STEP == 0 && records > 0) {
                    terms.progress().read(file.name(), records);
                }
            }
        }
        return records;
    }

    /** Tells how the file differs from the one that was loaded before it. */
    private void look(Optional<FileLook> before) {
        FileLook now = tally.look();
        load.look(
                mapping.member(),
                now,
                before.map(look -> Drift.ofArrival(table, look, now)).orElse(List.of()));
    }

    private boolean stage(Worked worked) {
        if (worked.reading() instanceof BrokenInput broken) {
            load.problem(place(broken.problem()));
            return false;
        }
        if (worked.reading() instanceof SourceRecord record) {
            worked.mapped().ifPresent(groups::add);
            tally.add(
                    record.cells(), worked.mapped().map(MappedRecord::problems).orElse(List.of()));
            totals.add(worked.values());
        } else {
            groups.unread();
            tally.unread();
        }
        worked.ready().run();
        return true;
    }

    private Optional<Rulings.Ruling> ruling(SourceRecord record) {
        return terms.rulings().of(file.name(), record.place().record());
    }

    /** A person's ruling stands, whatever the mapping says now. */
    private StagedRecord ruled(SourceRecord record, MappedRecord mapped) {
        StagedRecord staged = staged(record, mapped);
        if (ruling(record).filter(Rulings.Ruling.REJECTED::equals).isEmpty()) {
            return staged;
        }
        return new StagedRecord(
                staged.place(),
                staged.key(),
                Optional.of(RecordState.REJECTED),
                staged.cells(),
                staged.records(),
                staged.problems());
    }

    /** The record with its state, as far as the mapping decides it. */
    static StagedRecord staged(SourceRecord record, MappedRecord mapped) {
        Optional<RecordState> state = Optional.empty();
        if (mapped.problems().stream().anyMatch(problem -> problem.level() == Level.REJECT)) {
            state = Optional.of(RecordState.REJECTED);
        } else if (mapped.hasAtLeast(Level.HOLD_ROW)) {
            state = Optional.of(RecordState.HELD);
        }
        return new StagedRecord(
                record.place(), mapped.key(), state, record.cells(), mapped.records(), mapped.problems());
    }

    private Problem place(Problem problem) {
        Place place = problem.place();
        return problem.at(new Place(file.name(), place.record(), place.line(), place.row(), place.column()));
    }
}
