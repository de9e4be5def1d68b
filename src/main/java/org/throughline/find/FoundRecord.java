package org.throughline.find;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.throughline.canonical.Entity;
import org.throughline.intake.FeedId;

/**
 * A record with the key that was looked for, as one sender told it over time.
 *
 * @param versions what the hub believed of it, newest first
 */
public record FoundRecord(String sender, Entity kind, Hits<Version> versions) {

    /** True where the hub believes it now. */
    public boolean stands() {
        return versions.told().stream().anyMatch(version -> version.to().isEmpty());
    }

    /**
     * What the hub believed of a record for a time.
     *
     * @param id number of the belief in its table; says nothing of the person
     * @param source the file that told it; empty for what was entered by hand
     * @param to until when; empty while it holds
     * @param values its fields by name where values are shown, and empty otherwise
     */
    public record Version(
            long id, Optional<Source> source, Instant from, Optional<Instant> to, Map<String, String> values) {

        public Version {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /** The same with its fields. */
        public Version with(Map<String, String> shown) {
            return new Version(id, source, from, to, shown);
        }

        /** Names no value. */
        @Override
        public String toString() {
            return "Version[" + id + ", " + source + "]";
        }
    }

    /** Where a version was told. */
    public record Source(FeedId feed, long submission, String member, long line) {}
}
