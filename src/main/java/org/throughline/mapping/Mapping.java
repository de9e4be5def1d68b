package org.throughline.mapping;

import java.util.List;
import java.util.Optional;

/**
 * A compiled mapping: how the submissions of one feed become canonical records.
 *
 * @param id {@code sender/feed}, or the name of a standard
 * @param receive how the right file is known, which period it covers and what it replaces
 * @param members the member files in the order in which they are applied; a plain file has one
 * @param bundle what is known of the archive; empty for a plain file
 */
public record Mapping(
        String id,
        String title,
        MappingSource source,
        Receive receive,
        List<MemberMapping> members,
        Optional<BundleRule> bundle) {

    public Mapping {
        members = List.copyOf(members);
    }
}
