package org.throughline.suggest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.throughline.canonical.Entity;
import org.throughline.canonical.Field;
import org.throughline.profile.HeaderWords;

/** What canonical fields are called where people speak of them: the names of the schema, and the words of the field. */
final class Synonyms {
    /** Kinds of record of which a file of one table is usually made. */
    static final Set<Entity> DRAFTED = Set.of(
            Entity.CLIENT_RECORD,
            Entity.ENROLLMENT,
            Entity.ENROLLMENT_EXIT,
            Entity.SERVICE,
            Entity.REFERRAL,
            Entity.PLACEMENT,
            Entity.WAGE_QUARTER,
            Entity.APPOINTMENT,
            Entity.ADMIN_EVENT,
            Entity.LIVING_SITUATION,
            Entity.ORGANIZATION,
            Entity.PROGRAM,
            Entity.PUBLISHED_CONTRACT);

    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry(
                    "client_record.key",
                    List.of(
                            "client id",
                            "client number",
                            "client",
                            "participant id",
                            "participant number",
                            "person id",
                            "personal id",
                            "patient id",
                            "patient",
                            "child id",
                            "child",
                            "case id",
                            "case number",
                            "member id",
                            "unique id",
                            "record id",
                            "rec id",
                            "consumer id",
                            "individual id")),
            Map.entry("client_record.first_name", List.of("first name", "first")),
            Map.entry("client_record.last_name", List.of("last name", "last")),
            Map.entry("client_record.middle_name", List.of("middle name", "middle", "middle initial")),
            Map.entry("client_record.name_suffix", List.of("suffix", "name suffix")),
            Map.entry("client_record.ssn", List.of("ssn", "social security", "social security id")),
            Map.entry("client_record.birth_date", List.of("birth date", "dob", "client birth date")),
            Map.entry("client_record.death_date", List.of("death date")),
            Map.entry("client_record.sex", List.of("sex")),
            Map.entry("client_record.phone", List.of("phone", "phone number", "home phone", "cell phone number")),
            Map.entry("client_record.email", List.of("email", "email address")),
            Map.entry("client_record.street", List.of("street", "street address", "address", "address 1")),
            Map.entry("client_record.city", List.of("city", "town", "suburb")),
            Map.entry("client_record.state", List.of("state")),
            Map.entry("client_record.postal_code", List.of("zip", "postal code")),
            Map.entry(
                    "enrollment.entry_date",
                    List.of(
                            "entry date",
                            "start date",
                            "enrollment date",
                            "admission date",
                            "intake date",
                            "program start date",
                            "enrollment start date",
                            "service start date",
                            "date enrolled")),
            Map.entry("enrollment.referral_date", List.of("referral date", "referred")),
            Map.entry(
                    "enrollment_exit.exit_date",
                    List.of(
                            "exit date",
                            "end date",
                            "discharge date",
                            "closing date",
                            "enrollment end date",
                            "program end date",
                            "service end date",
                            "date closed")),
            Map.entry("enrollment_exit.exit_reason", List.of("exit reason", "discharge reason", "closing reason")),
            Map.entry("enrollment_exit.destination", List.of("destination", "exit destination")),
            Map.entry("service.service_date", List.of("service date", "visit date", "session date", "contact date")),
            Map.entry("service.service_type", List.of("service type", "service code", "service")),
            Map.entry("service.quantity", List.of("quantity", "units", "sessions", "service units")),
            Map.entry("service.amount", List.of("amount", "service amount", "cost")),
            Map.entry("referral.referral_date", List.of("referral date", "referred")),
            Map.entry("placement.start_date", List.of("placement start date", "placement date")),
            Map.entry("placement.end_date", List.of("placement end date")),
            Map.entry("wage_quarter.wages", List.of("wages", "wage amount", "earnings", "gross wages")),
            Map.entry("wage_quarter.quarter_start", List.of("quarter", "wage quarter")),
            Map.entry("organization.name", List.of("organization name", "agency name", "provider name", "name")),
            Map.entry("organization.key", List.of("organization id", "agency id", "provider id")),
            Map.entry("program.name", List.of("program name", "project name")),
            Map.entry("program.key", List.of("program id", "project id")));

    private Synonyms() {}

    /** The words for every field, each with the name of its entity before it too. */
    static Map<String, List<HeaderWords>> all() {
        Map<String, List<HeaderWords>> all = new TreeMap<>();
        for (Entity entity : DRAFTED) {
            for (Field field : entity.fields()) {
                String name = entity.table() + "." + field.name();
                all.put(name, words(Stream.concat(Stream.of(field.name()), said(name))));
            }
        }
        WORDS.forEach((name, words) -> all.putIfAbsent(name, words(words.stream())));
        return all;
    }

    private static Stream<String> said(String name) {
        return WORDS.getOrDefault(name, List.of()).stream();
    }

    private static List<HeaderWords> words(Stream<String> names) {
        return names.map(HeaderWords::of).distinct().toList();
    }
}
