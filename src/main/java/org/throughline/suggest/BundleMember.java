package org.throughline.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.throughline.canonical.Entity;
import org.throughline.format.ByteSource;
import org.throughline.format.Reading;
import org.throughline.format.RecordReader;
import org.throughline.format.SourceRecord;
import org.throughline.profile.ColumnProfile;
import org.throughline.profile.HeaderWords;
import org.throughline.profile.SampleProfile;

/** A file of an archive with what is planned for it. */
record BundleMember(String file, ByteSource bytes, SampleProfile sample, Plan plan) {
    private static final double MOSTLY = 0.5;

    /** Name of the file without its ending. */
    String stem() {
        return file.substring(0, file.lastIndexOf('.'));
    }

    BundleMember with(Plan other) {
        return new BundleMember(file, bytes, sample, other);
    }

    long clientFields() {
        return plan.of(Entity.CLIENT_RECORD).size();
    }

    /** The column that alone names the records. */
    private Optional<ColumnProfile> number() {
        return plan.key().size() == 1 ? Optional.of(plan.key().get(0).from().column()) : Optional.empty();
    }

    /** Why this member's records name those of another, if a column has its number's name and mostly its values. */
    Optional<String> parent(BundleMember other, long most) throws IOException {
        Optional<ColumnProfile> theirs = other.number();
        Optional<ColumnProfile> ours = theirs.flatMap(number -> sample.columns().stream()
                .filter(column -> other.isNamed(number, column))
                .filter(column -> !number().equals(Optional.of(column)))
                .findFirst());
        if (ours.isEmpty()) {
            return Optional.empty();
        }
        Set<String> known = new HashSet<>(other.values(theirs.get().name(), most));
        List<String> named = values(ours.get().name(), most);
        long found = named.stream().filter(known::contains).count();
        return named.isEmpty() || found < named.size() * MOSTLY
                ? Optional.empty()
                : Optional.of("column " + ours.get().name() + " names records of " + other.file + ": "
                        + found * 100 / named.size() + " % of its values stand in their "
                        + theirs.get().name());
    }

    /** True for the number's own name, and for one such as organization_id where organizations.csv has an id. */
    private boolean isNamed(ColumnProfile number, ColumnProfile column) {
        List<String> words =
                new ArrayList<>(HeaderWords.of(stem().replaceFirst("s$", "")).words());
        words.addAll(number.words().words());
        boolean bare = number.words().words().size() == 1;
        return column.words().words().equals(words)
                || column.words().equals(HeaderWords.of(stem().replaceFirst("s$", "")))
                || !bare && column.words().equals(number.words())
                || bare
                        && column.name()
                                .toLowerCase(Locale.ROOT)
                                .equals(number.name().toLowerCase(Locale.ROOT))
                        && !Set.of("id", "key", "number")
                                .contains(number.words().words().get(0));
    }

    private List<String> values(String column, long most) throws IOException {
        List<String> values = new ArrayList<>();
        try (RecordReader reader = sample.format().records().open(bytes, file)) {
            int at = reader.header().indexOf(column);
            Optional<Reading> reading = reader.next();
            for (long read = 0; reading.isPresent() && read < most; read++) {
                if (reading.get() instanceof SourceRecord record) {
                    values.add(record.cells().get(at).strip());
                }
                reading = reader.next();
            }
        }
        values.removeIf(String::isEmpty);
        return values;
    }
}
