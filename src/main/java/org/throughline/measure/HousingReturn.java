package org.throughline.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.throughline.canonical.Reads;

/**
 * Return to homelessness after an exit to permanent housing, as HUD's system performance measure 2 defines it: a later
 * enrollment in outreach, shelter, safe haven or transitional housing, day 0 included; or in permanent housing where it
 * starts more than the transition days after the exit and not within another permanent housing stay and its transition days.
 * A shelter stay that an agency recorded counts like an enrollment in a shelter.
 *
 * @param phTransitionDays days in which moving on to permanent housing is no return
 * @param thTransitionDays the same for transitional housing; 0 in HUD's present specification, 14 until FY2020
 */
record HousingReturn(int phTransitionDays, int thTransitionDays) implements EventRule {
    /** The present specification. */
    static final HousingReturn CURRENT = new HousingReturn(14, 0);

    /** The specification until FY2020. */
    static final HousingReturn FY2020 = new HousingReturn(14, 14);

    private static final Reads READS = new Reads(
            Set.of(
                    "enrollment.client_key",
                    "enrollment.entry_date",
                    "enrollment_exit.exit_date",
                    "enrollment_exit.destination"),
            Set.of(
                    "enrollment.program_key",
                    "enrollment.program_type",
                    "enrollment.coc_code",
                    "enrollment_exit.enrollment_key",
                    "enrollment_coc.enrollment_key",
                    "enrollment_coc.coc_code",
                    "program.program_type",
                    "program_location.program_key",
                    "program_location.coc_code",
                    "client_merge.surviving_key",
                    "client_merge.merged_key",
                    "admin_event.client_key",
                    "admin_event.event_type",
                    "admin_event.event_date"));

    @Override
    public Reads reads() {
        return READS;
    }

    @Override
    public boolean isIndex(Stay stay) {
        return stay.group().isPresent() && stay.endsInPermanentHousing();
    }

    @Override
    public List<Found> events(ClientHistory history, IndexEvent index) {
        var events = new ArrayList<Found>();
        for (var stay : history.stays()) {
            if (isReturn(history.stays(), index, stay)) {
                events.add(new Found(stay.record(), stay.key(), stay.entry()));
            }
        }
        for (var occurrence : history.occurrences()) {
            var sheltered = occurrence.type().equals("shelter_stay");
            if (sheltered && !occurrence.date().isBefore(index.date())) {
                events.add(new Found(occurrence.record(), occurrence.key(), occurrence.date()));
            }
        }
        return events;
    }

    private boolean isReturn(List<Stay> stays, IndexEvent index, Stay stay) {
        if (stay.group().isEmpty() || isSame(stay, index.stay()) || stay.entry().isBefore(index.date())) {
            return false;
        }
        int transition = transitionDays(stay);
        return transition == 0 || stay.entry().isAfter(index.date().plusDays(transition)) && !isTransition(stays, stay);
    }

    /** True where a housing stay starts inside another one, or in the transition days after it. */
    private boolean isTransition(List<Stay> stays, Stay stay) {
        return stays.stream()
                .filter(other -> !isSame(other, stay) && transitionDays(other) > 0)
                .anyMatch(other ->
                        stay.entry().isAfter(other.entry()) && !stay.entry().isAfter(endOfTransition(other)));
    }

    private LocalDate endOfTransition(Stay stay) {
        return stay.exit().map(exit -> exit.plusDays(transitionDays(stay))).orElse(LocalDate.MAX);
    }

    private int transitionDays(Stay stay) {
        return switch (stay.group().orElse(ProjectGroup.ES)) {
            case PH -> phTransitionDays;
            case TH -> thTransitionDays;
            default -> 0;
        };
    }

    private static boolean isSame(Stay one, Stay other) {
        return one.record().sender().equals(other.record().sender())
                && one.key().equals(other.key());
    }
}
