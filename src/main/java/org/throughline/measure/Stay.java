package org.throughline.measure;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * An enrollment as measures see it.
 *
 * @param record the client record it belongs to
 * @param key the sender's key of the enrollment
 * @param programType code list hub/program_type; empty where unknown
 * @param entry first day
 * @param exit last day; empty while it lasts
 * @param destination HMIS 3.12, FY2024 codes; empty where unknown
 * @param cocCodes Continuums of Care in which it was served
 */
public record Stay(
        RecordRef record,
        String key,
        String programType,
        LocalDate entry,
        Optional<LocalDate> exit,
        String destination,
        Set<String> cocCodes) {

    public Stay {
        cocCodes = Set.copyOf(cocCodes);
    }

    /** Its group in system performance measure 2. */
    public Optional<ProjectGroup> group() {
        return ProjectGroup.of(programType);
    }

    /** True for an exit to permanent housing: destination 400 to 499. */
    boolean endsInPermanentHousing() {
        return exit.isPresent() && destination.matches("4\\d\\d");
    }

    /** Names no day: stays are personal. */
    @Override
    public String toString() {
        return "Stay[" + record.sender() + ", " + programType + "]";
    }
}
