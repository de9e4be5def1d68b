package org.throughline.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What was proposed and approved for use. The database takes author and approver from the session, never from a caller. */
public interface Publications {

    /** The login of this session, and what it may do. */
    Login login();

    /** Keeps a proposal; it counts for nothing until another login approves it. */
    Publication propose(Proposal proposal);

    /** Approves the latest proposal of a mapping; from then on it counts. */
    Publication approve(Publication proposal, Optional<String> reason);

    /** Everything that was proposed for a mapping, oldest first. */
    List<Publication> of(String mapping);

    /** The versions of a mapping, oldest first. */
    List<MappingVersion> versions(String mapping);

    /**
     * Who works here.
     *
     * @param mayPropose true for a mapping author
     * @param mayApprove true for a mapping approver
     */
    record Login(String name, boolean mayPropose, boolean mayApprove) {}

    /**
     * What is to be proposed.
     *
     * @param withdraws publications that count no more once this one is approved
     */
    record Proposal(
            String mapping, long version, LocalDate effective, boolean rollback, List<Long> withdraws, String reason) {}
}
