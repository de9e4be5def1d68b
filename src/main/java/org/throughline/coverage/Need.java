package org.throughline.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.throughline.canonical.Entity;
import org.throughline.measure.Measure;
import org.throughline.measure.Source;

/**
 * Something that is made of canonical fields.
 *
 * @param user a measure, the linkage of clients, or the outcome files
 * @param essential fields without which it has nothing to say of a sender
 * @param helpful further fields that it looks at
 */
public record Need(String user, Set<String> essential, Set<String> helpful) {
    /** What links clients. */
    public static final String LINKAGE = "linkage";

    /** What outcome files are made of. */
    public static final String OUTCOMES = "outcome files";

    private static final Set<String> STAYS =
            Set.of("enrollment.client_key", "enrollment.entry_date", "enrollment_exit.exit_date");
    private static final Set<String> EVENTS = Set.of(
            "admin_event.client_key",
            "admin_event.event_type",
            "admin_event.event_date",
            "admin_event.incident_date",
            "admin_event.disposition",
            "admin_event.end_date");
    private static final Set<String> HOUSING = Set.of(
            "enrollment.program_key",
            "enrollment.program_type",
            "enrollment.coc_code",
            "enrollment_exit.enrollment_key",
            "enrollment_coc.coc_code",
            "enrollment_coc.enrollment_key",
            "program.program_type",
            "program_location.coc_code",
            "program_location.program_key");

    public Need {
        essential = Set.copyOf(essential);
        helpful = Set.copyOf(helpful);
    }

    /** All of them. */
    public static List<Need> all() {
        List<Need> needs = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            needs.add(
                    measure.source() == Source.HOMELESSNESS
                            ? new Need(measure.id(), and(STAYS, "enrollment_exit.destination"), HOUSING)
                            : new Need(measure.id(), STAYS, EVENTS));
        }
        needs.add(new Need(
                LINKAGE,
                Set.of("client_record.first_name", "client_record.last_name", "client_record.birth_date"),
                Set.of(
                        "client_record.middle_name",
                        "client_record.name_suffix",
                        "client_record.name_quality",
                        "client_record.ssn",
                        "client_record.ssn_quality",
                        "client_record.birth_date_quality",
                        "client_record.phone",
                        "client_record.other_id",
                        "client_merge.surviving_key",
                        "client_merge.merged_key",
                        "client_merge.merged_on")));
        needs.add(new Need(OUTCOMES, Set.of("enrollment.client_key"), released()));
        return needs;
    }

    private static Set<String> and(Set<String> some, String other) {
        Set<String> all = new java.util.HashSet<>(some);
        all.add(other);
        return all;
    }

    private static Set<String> released() {
        Set<String> fields =
                new java.util.HashSet<>(Set.of("organization.victim_service_provider", "program.organization_key"));
        Entity.CONSENT.fields().forEach(field -> fields.add("consent." + field.name()));
        return fields;
    }

    /** True where it looks at a field. */
    public boolean uses(String target) {
        return essential.contains(target) || helpful.contains(target);
    }
}
