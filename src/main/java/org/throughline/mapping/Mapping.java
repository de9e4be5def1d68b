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

    /**
     * The member that reads a file. A plain file has one, whatever its name; a file of an archive has a member's name in any
     * letter case; a kind of record has it to the letter.
     */
    public Optional<MemberMapping> member(String file) {
        if (bundle.isEmpty()) {
            return members.stream().findFirst();
        }
        boolean kind = bundle.flatMap(BundleRule::kinds).isPresent();
        return members.stream()
                .filter(member ->
                        kind ? member.member().equals(file) : member.member().equalsIgnoreCase(file))
                .findFirst();
    }
}
