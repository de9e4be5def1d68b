package org.throughline.coverage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** How many of the records read of late were held or rejected for a column. */
final class Troubles {
    private final Map<String, Long> read = new HashMap<>();
    private final Map<String, Long> troubled = new HashMap<>();

    Troubles(StoredRecords stored) {
        stored.recent(Coverage.LATEST).forEach(one -> read.merge(one.mapping(), one.read(), Long::sum));
        stored.troubled(Coverage.LATEST)
                .forEach(one -> troubled.merge(one.mapping() + " " + one.column(), one.records(), Long::sum));
    }

    /** Percent of the records that were not; unknown where nothing was read of late. */
    OptionalInt valid(List<Coverage.Source> sources) {
        long all = 0;
        long bad = 0;
        for (Coverage.Source source : sources) {
            long records = read.getOrDefault(source.mapping(), 0L);
            all += records;
            bad += source.columns().stream()
                    .mapToLong(column -> troubled.getOrDefault(source.mapping() + " " + column, 0L))
                    .max()
                    .orElse(0);
        }
        return all == 0 ? OptionalInt.empty() : OptionalInt.of((int) Math.max(0, 100 * (all - bad) / all));
    }
}
