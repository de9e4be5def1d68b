package org.throughline.measure;

import java.util.List;
import java.util.Set;
import org.throughline.canonical.Reads;

/**
 * Subsequent child-welfare involvement: a maltreatment report that was screened in, dated after the end of preventive
 * services. A report that was investigated (substantiated or not) was screened in before. A report about an incident before
 * the end of services tells nothing about the time after; it is no event and is counted apart.
 */
record ChildWelfareInvolvement() implements EventRule {
    private static final Set<String> SERVICES = Set.of("family_preservation", "maltreatment_prevention");
    private static final Set<String> SCREENED_IN = Set.of("screened_in", "substantiated", "unsubstantiated");

    private static final Reads READS = new Reads(
            Set.of("enrollment.client_key", "enrollment.entry_date", "enrollment_exit.exit_date"),
            Set.of(
                    "enrollment.program_key",
                    "enrollment.program_type",
                    "enrollment_exit.enrollment_key",
                    "program.program_type",
                    "client_merge.surviving_key",
                    "client_merge.merged_key",
                    "admin_event.client_key",
                    "admin_event.event_type",
                    "admin_event.event_date",
                    "admin_event.incident_date",
                    "admin_event.disposition"));

    @Override
    public Reads reads() {
        return READS;
    }

    @Override
    public boolean isIndex(Stay stay) {
        return SERVICES.contains(stay.programType()) && stay.exit().isPresent();
    }

    @Override
    public List<Found> events(ClientHistory history, IndexEvent index) {
        return reports(history, index, false);
    }

    @Override
    public List<Found> earlierIncidents(ClientHistory history, IndexEvent index) {
        return reports(history, index, true);
    }

    private static List<Found> reports(ClientHistory history, IndexEvent index, boolean aboutEarlier) {
        return history.occurrences().stream()
                .filter(report -> report.type().equals("maltreatment_report"))
                .filter(report -> SCREENED_IN.contains(report.disposition()))
                .filter(report -> report.date().isAfter(index.date()))
                .filter(report -> isEarlier(report, index) == aboutEarlier)
                .map(report -> new Found(report.record(), report.key(), report.date()))
                .toList();
    }

    private static boolean isEarlier(Occurrence report, IndexEvent index) {
        return report.incident().filter(day -> day.isBefore(index.date())).isPresent();
    }
}
