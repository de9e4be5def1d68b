package org.throughline.canonical;

import static org.throughline.canonical.FieldType.BOOLEAN;
import static org.throughline.canonical.FieldType.DATE;
import static org.throughline.canonical.FieldType.DECIMAL;
import static org.throughline.canonical.FieldType.INSTANT;
import static org.throughline.canonical.FieldType.INTEGER;
import static org.throughline.canonical.FieldType.TEXT;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of canonical record a mapping can write, in the order in which parents come before children. Each is a table of
 * the schema; a test compares the two.
 */
public enum Entity {
    /** What a file says of itself: the period it covers (HMIS Export.csv). */
    REPORTING_PERIOD(
            "canonical",
            Span.none(),
            new Field("period_start", DATE).mandatory(),
            new Field("period_end", DATE).mandatory(),
            new Field("software", TEXT),
            new Field("hash_status", TEXT)),

    /** An organization that delivers services (HMIS 2.01, HSDS organization). */
    ORGANIZATION(
            "canonical",
            Span.none(),
            new Field("name", TEXT).mandatory(),
            new Field("common_name", TEXT),
            new Field("victim_service_provider", BOOLEAN)),

    /** A program or project of an organization (HMIS 2.02, HSDS program). */
    PROGRAM(
            "canonical",
            Span.none(),
            new Field("organization_key", TEXT).refersTo("organization"),
            new Field("name", TEXT).mandatory(),
            new Field("common_name", TEXT),
            new Field("program_type", TEXT),
            new Field("tracking_method", TEXT),
            new Field("operating_start", DATE),
            new Field("operating_end", DATE),
            new Field("continuum_program", BOOLEAN),
            new Field("housing_type", TEXT),
            new Field("target_population", TEXT),
            new Field("point_in_time_count", INTEGER)),

    /** Where a program operates (HMIS 2.03 ProjectCoC). */
    PROGRAM_LOCATION(
            "canonical",
            Span.none(),
            new Field("program_key", TEXT).mandatory().refersTo("program"),
            new Field("coc_code", TEXT),
            new Field("geocode", TEXT),
            new Field("street", TEXT),
            new Field("city", TEXT),
            new Field("state", TEXT),
            new Field("postal_code", TEXT),
            new Field("geography_type", TEXT)),

    /** A funding source of a program (HMIS 2.06 Funder). */
    PROGRAM_FUNDING(
            "canonical",
            Span.none(),
            new Field("program_key", TEXT).mandatory().refersTo("program"),
            new Field("funder", TEXT),
            new Field("funder_other", TEXT),
            new Field("grant_id", TEXT),
            new Field("start_date", DATE),
            new Field("end_date", DATE)),

    /** Beds and units of a program (HMIS 2.07 Inventory). */
    PROGRAM_INVENTORY(
            "canonical",
            Span.none(),
            new Field("program_key", TEXT).mandatory().refersTo("program"),
            new Field("coc_code", TEXT),
            new Field("household_type", TEXT),
            new Field("availability", TEXT),
            new Field("bed_type", TEXT),
            new Field("unit_count", INTEGER),
            new Field("bed_count", INTEGER),
            new Field("start_date", DATE),
            new Field("end_date", DATE)),

    /** A client as one sender knows them (HMIS 3.01-3.07). */
    CLIENT_RECORD(
            "canonical",
            Span.none(),
            new Field("first_name", TEXT).identifying(),
            new Field("middle_name", TEXT).identifying(),
            new Field("last_name", TEXT).identifying(),
            new Field("name_suffix", TEXT).identifying(),
            new Field("name_quality", TEXT),
            new Field("ssn", TEXT).identifying(),
            new Field("ssn_quality", TEXT),
            new Field("birth_date", DATE).identifying(),
            new Field("birth_date_quality", TEXT),
            new Field("sex", TEXT),
            new Field("gender", TEXT),
            new Field("race_ethnicity", TEXT),
            new Field("veteran", TEXT),
            new Field("phone", TEXT).identifying(),
            new Field("email", TEXT).identifying(),
            new Field("street", TEXT).identifying(),
            new Field("city", TEXT).identifying(),
            new Field("state", TEXT),
            new Field("postal_code", TEXT).identifying(),
            new Field("other_id", TEXT).identifying(),
            new Field("identifiers_hashed", BOOLEAN),
            new Field("death_date", DATE).identifying()),

    /** A stay in a program, from entry (HMIS 3.10, 3.15-3.20). */
    ENROLLMENT(
            "canonical",
            Span.of("entry_date", null),
            new Field("client_key", TEXT).mandatory().refersTo("client_record"),
            new Field("program_key", TEXT).refersTo("program"),
            new Field("program_type", TEXT),
            new Field("household_key", TEXT),
            new Field("relationship_to_head", TEXT),
            new Field("referral_date", DATE),
            new Field("entry_date", DATE).mandatory(),
            new Field("move_in_date", DATE),
            new Field("engagement_date", DATE),
            new Field("coc_code", TEXT),
            new Field("prior_situation", TEXT),
            new Field("prior_length_of_stay", TEXT),
            new Field("los_under_threshold", TEXT),
            new Field("previous_street_essh", TEXT),
            new Field("homeless_since", DATE),
            new Field("times_homeless", TEXT),
            new Field("months_homeless", TEXT),
            new Field("disabling_condition", TEXT),
            new Field("percent_ami", TEXT),
            new Field("referral_source", TEXT)),

    /** The end of an enrollment (HMIS 3.11, 3.12). */
    ENROLLMENT_EXIT(
            "canonical",
            Span.of("exit_date", "exit_date"),
            new Field("enrollment_key", TEXT).mandatory().refersTo("enrollment"),
            new Field("client_key", TEXT).refersTo("client_record"),
            new Field("exit_date", DATE).mandatory(),
            new Field("destination", TEXT),
            new Field("destination_subsidy", TEXT),
            new Field("exit_reason", TEXT),
            new Field("housing_assessment", TEXT)),

    /** Continuum of Care in which an enrollment was served (HMIS 3.16 until FY2022). */
    ENROLLMENT_COC(
            "canonical",
            Span.of("information_date", "information_date"),
            new Field("enrollment_key", TEXT).mandatory().refersTo("enrollment"),
            new Field("client_key", TEXT).refersTo("client_record"),
            new Field("information_date", DATE),
            new Field("coc_code", TEXT),
            new Field("stage", TEXT)),

    /** A service, contact or bed night (HMIS Services.csv). */
    SERVICE(
            "canonical",
            Span.of("service_date", "service_date"),
            new Field("enrollment_key", TEXT).refersTo("enrollment"),
            new Field("client_key", TEXT).mandatory().refersTo("client_record"),
            new Field("service_date", DATE).mandatory(),
            new Field("record_type", TEXT),
            new Field("service_type", TEXT),
            new Field("service_other", TEXT),
            new Field("service_subtype", TEXT),
            new Field("quantity", DECIMAL),
            new Field("amount", DECIMAL),
            new Field("assistance_start", DATE),
            new Field("assistance_end", DATE),
            new Field("referral_outcome", TEXT)),

    /** One answer of an assessment: who, when, which item, which response. */
    ASSESSMENT(
            "canonical",
            Span.of("assessed_on", "assessed_on"),
            new Field("enrollment_key", TEXT).refersTo("enrollment"),
            new Field("client_key", TEXT).mandatory().refersTo("client_record"),
            new Field("assessed_on", DATE).mandatory(),
            new Field("stage", TEXT),
            new Field("instrument", TEXT).mandatory(),
            new Field("item", TEXT).mandatory(),
            new Field("response", TEXT),
            new Field("detail", TEXT)),

    /** Where a client lived on a day (HMIS 4.12). */
    LIVING_SITUATION(
            "canonical",
            Span.of("information_date", "information_date"),
            new Field("enrollment_key", TEXT).mandatory().refersTo("enrollment"),
            new Field("client_key", TEXT).mandatory().refersTo("client_record"),
            new Field("information_date", DATE).mandatory(),
            new Field("situation", TEXT),
            new Field("subsidy_type", TEXT),
            new Field("verified_by", TEXT),
            new Field("leave_within_14_days", TEXT)),

    /** Income and benefits of a client on a day (HMIS 4.02-4.04). */
    INCOME(
            "canonical",
            Span.of("information_date", "information_date"),
            new Field("enrollment_key", TEXT).mandatory().refersTo("enrollment"),
            new Field("client_key", TEXT).mandatory().refersTo("client_record"),
            new Field("information_date", DATE).mandatory(),
            new Field("stage", TEXT),
            new Field("income_from_any_source", TEXT),
            new Field("total_monthly", DECIMAL),
            new Field("earned", DECIMAL),
            new Field("unemployment", DECIMAL),
            new Field("ssi", DECIMAL),
            new Field("ssdi", DECIMAL),
            new Field("veterans", DECIMAL),
            new Field("tanf", DECIMAL),
            new Field("general_assistance", DECIMAL),
            new Field("retirement", DECIMAL),
            new Field("child_support", DECIMAL),
            new Field("other_income", DECIMAL),
            new Field("benefits_from_any_source", TEXT),
            new Field("benefits", TEXT),
            new Field("insurance_from_any_source", TEXT),
            new Field("insurance", TEXT)),

    /** A referral of a client to a program (HMIS 4.20 Coordinated Entry Event, HL7 REF). */
    REFERRAL(
            "canonical",
            Span.of("referral_date", "referral_date"),
            new Field("enrollment_key", TEXT).refersTo("enrollment"),
            new Field("client_key", TEXT).mandatory().refersTo("client_record"),
            new Field("referral_date", DATE).mandatory(),
            new Field("referral_type", TEXT),
            new Field("referred_to", TEXT),
            new Field("result", TEXT),
            new Field("result_date", DATE)),

    /** What a government system recorded about a client: a report, removal, arrest, admission, shelter stay. */
    ADMIN_EVENT(
            "canonical",
            Span.of("event_date", "end_date"),
            new Field("client_key", TEXT).mandatory().refersTo("client_record"),
            new Field("event_type", TEXT).mandatory(),
            new Field("event_date", DATE).mandatory(),
            new Field("end_date", DATE),
            new Field("incident_date", DATE),
            new Field("disposition", TEXT),
            new Field("facility", TEXT)),

    /** A child's placement in out-of-home care (AFCARS, 45 CFR 1355.44). */
    PLACEMENT(
            "canonical",
            Span.of("start_date", "end_date"),
            new Field("client_key", TEXT).mandatory().refersTo("client_record"),
            new Field("removal_date", DATE),
            new Field("start_date", DATE).mandatory(),
            new Field("end_date", DATE),
            new Field("setting", TEXT),
            new Field("end_reason", TEXT),
            new Field("agency", TEXT),
            new Field("permanency_plan", TEXT)),

    /** An appointment of a client (HL7 v2 SIU). Its sender calls it off; a file that leaves it out does not. */
    APPOINTMENT(
            "canonical",
            Span.none(),
            new Field("client_key", TEXT).mandatory().refersTo("client_record"),
            new Field("starts_at", INSTANT).mandatory(),
            new Field("ends_at", INSTANT),
            new Field("status", TEXT),
            new Field("appointment_type", TEXT),
            new Field("location", TEXT),
            new Field("program_key", TEXT).refersTo("program")),

    /** Wages of a client from one employer in a calendar quarter (unemployment insurance wage record). */
    WAGE_QUARTER(
            "canonical",
            Span.of("quarter_start", "quarter_start"),
            new Field("client_key", TEXT).mandatory().refersTo("client_record"),
            new Field("quarter_start", DATE).mandatory(),
            new Field("wages", DECIMAL).mandatory(),
            new Field("hours", DECIMAL),
            new Field("industry", TEXT),
            new Field("employer_key", TEXT)),

    /** A month of assistance of a household, or of one of its members (45 CFR 265). */
    BENEFIT(
            "canonical",
            Span.of("benefit_month", "benefit_month"),
            new Field("household_key", TEXT).mandatory(),
            new Field("client_key", TEXT).refersTo("client_record"),
            new Field("benefit_type", TEXT).mandatory(),
            new Field("benefit_month", DATE).mandatory(),
            new Field("amount", DECIMAL),
            new Field("status", TEXT),
            new Field("closure_reason", TEXT),
            new Field("household_size", INTEGER),
            new Field("relationship_to_head", TEXT),
            new Field("work_status", TEXT),
            new Field("county", TEXT)),

    /** A figure that a provider counted itself and sent as an aggregate. */
    REPORTED_MEASURE(
            "canonical",
            Span.of("period_start", "period_end"),
            new Field("measure", TEXT).mandatory(),
            new Field("site", TEXT),
            new Field("part", TEXT).mandatory(),
            new Field("period_start", DATE).mandatory(),
            new Field("period_end", DATE).mandatory(),
            new Field("value", DECIMAL),
            new Field("mark", TEXT)),

    /** A sender says that two of its client numbers are one person (HL7 v2 MRG). The merged key may be unknown to the hub. */
    CLIENT_MERGE(
            "canonical",
            Span.none(),
            new Field("surviving_key", TEXT).mandatory(),
            new Field("merged_key", TEXT).mandatory(),
            new Field("merged_on", DATE).mandatory(),
            new Field("reason", TEXT)),

    /** A contract as a procurement publishes it (OCDS contract). */
    PUBLISHED_CONTRACT(
            "canonical",
            Span.of("start_date", "end_date"),
            new Field("ocid", TEXT).mandatory(),
            new Field("title", TEXT),
            new Field("buyer", TEXT),
            new Field("supplier", TEXT),
            new Field("status", TEXT),
            new Field("amount", DECIMAL),
            new Field("currency", TEXT),
            new Field("start_date", DATE),
            new Field("end_date", DATE),
            new Field("signed_on", DATE)),

    /** A client's consent, or its revocation, to tell a recipient about outcomes. */
    CONSENT(
            "release",
            Span.none(),
            new Field("client_key", TEXT).mandatory().refersTo("client_record"),
            new Field("recipient", TEXT).mandatory(),
            new Field("data_classes", TEXT).mandatory(),
            new Field("purpose", TEXT).mandatory(),
            new Field("signed_on", DATE).mandatory(),
            new Field("effective_from", DATE).mandatory(),
            new Field("expires_on", DATE),
            new Field("revoked_at", INSTANT),
            new Field("evidence", TEXT));

    private final String schema;
    private final Span span;
    private final List<Field> fields;

    Entity(String schema, Span span, Field... fields) {
        this.schema = schema;
        this.span = span;
        this.fields = List.copyOf(Arrays.asList(fields));
    }

    /** Name in mappings and in SQL, such as {@code client_record}. */
    public String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Database schema of the table. */
    public String schema() {
        return schema;
    }

    /** The days on which a record of this kind counts as active; decides what a snapshot may close. */
    public Span span() {
        return span;
    }

    /** The fields in the order of the table; the record's key is not among them. */
    public List<Field> fields() {
        return fields;
    }

    /** The field with this name, if the entity has it. */
    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The entity whose table has this name. */
    public static Optional<Entity> named(String table) {
        return Arrays.stream(values())
                .filter(entity -> entity.table().equals(table))
                .findFirst();
    }
}
