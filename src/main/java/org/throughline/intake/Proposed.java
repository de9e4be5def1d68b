package org.throughline.intake;

import java.util.List;
import java.util.Optional;

/**
 * A proposal with what its approver has to know.
 *
 * @param tests how many tests passed
 * @param replaces number of the version that counts today for the same days, where there is one
 * @param changes what differs from that one
 */
public record Proposed(Publication publication, int tests, Optional<Integer> replaces, List<FileChange> changes) {}
