package org.throughline.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.mapping.MappingText.codes;
import static org.throughline.mapping.MappingText.facts;
import static org.throughline.mapping.MappingText.map;
import static org.throughline.mapping.MappingText.member;
import static org.throughline.mapping.MappingText.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughline.canonical.CanonicalRecord;
import org.throughline.canonical.Entity;
import org.throughline.problem.Level;
import org.throughline.problem.Problem;

class RowMappingTest {

    private static final String VISITS = """
        source:
          format: csv
          fields:
            id: {column: Id, type: string, constraints: {pattern: 'C\\d+'}}
            day: {column: Day, type: date, format: [M/d/yyyy, yyyy-MM-dd]}
            hours: {column: Hours, type: number, constraints: {minimum: 0, maximum: 24}}
            note: {column: Note, type: string, constraints: {maxLength: 5}}
        write:
          - to: service
            key: [id, day]
            set:
              client_key: id
              service_date: day
              quantity: hours
              service_other: note
        checks:
          - id: no-short-visit
            level: hold_row
            must: 'hours == null || hours >= 0.5'
            say: 'The visit on {day} lasts {hours} hours, {hours * 60.0} minutes.'
            guidance: Check the hours.
          - id: no-empty-note
            level: warn
            when: 'hours != null'
            must: 'note != null'
            say: The note is empty.
            guidance: Write a note.
        """;

    @Test
    void movesFieldsAndJoinsTheKey() {
        MappedRecord mapped = map(VISITS, "Id", "C7 ", "Day", "10/6/2026", "Hours", " 2.5\t", "Note", "tea");

        // The pattern sees the cell as it is; the key is without blanks.
        assertThat(codes(mapped)).containsExactly("FIELD_CONSTRAINT hold_row");
        MappedRecord clean = map(VISITS, "Id", "C7", "Day", "10/6/2026", "Hours", " 2.5\t", "Note", "tea");
        assertThat(clean.problems()).isEmpty();
        assertThat(clean.key()).isEqualTo("C7|2026-10-06");
        assertThat(clean.records())
                .containsExactly(new CanonicalRecord(
                        Entity.SERVICE,
                        "C7|2026-10-06",
                        Map.of(
                                "client_key",
                                "C7",
                                "service_date",
                                LocalDate.of(2026, 10, 6),
                                "quantity",
                                new BigDecimal("2.50"),
                                "service_other",
                                "tea"),
                        java.util.Optional.empty(),
                        false));
    }

    @Test
    void tellsAllProblemsOfARecordAtOnceAndNoValueInFacts() {
        MappedRecord mapped = map(VISITS, "Id", "Zz98", "Day", "13/45/2026", "Hours", "99", "Note", "secret");

        assertThat(codes(mapped))
                .containsExactly(
                        "FIELD_CONSTRAINT hold_row",
                        "FIELD_TYPE hold_row",
                        "FIELD_CONSTRAINT hold_row",
                        "FIELD_CONSTRAINT hold_row");
        assertThat(facts(mapped))
                .containsExactly(
                        "Column `Id` holds 4 characters, 2 digits; expected a text of the form C\\d+.",
                        "Column `Day` holds 10 characters, 8 digits; expected a date written as M/d/yyyy or"
                                + " yyyy-MM-dd.",
                        "Column `Hours` holds 2 characters, 2 digits; expected a value of at most 24.",
                        "Column `Note` holds 6 characters; expected at most 5 characters.");
        assertThat(mapped.problems().get(1).told())
                .isEqualTo("Column `Day` holds `13/45/2026`; expected a date written as M/d/yyyy or yyyy-MM-dd.");
        assertThat(mapped.problems().get(1).place().column()).isEqualTo("Day");
        assertThat(mapped.toString()).doesNotContain("Zz98", "13/45", "secret", "99");
        assertThat(mapped.key()).isEqualTo("Zz98|13/45/2026");
        assertThat(mapped.records()).isEmpty();
    }

    @Test
    void rejectsARecordWithoutKey() {
        MappedRecord mapped = map(VISITS, "Id", "  ", "Day", "", "Hours", "1", "Note", "tea");

        assertThat(codes(mapped)).containsExactly("KEY_MISSING reject");
        assertThat(facts(mapped)).containsExactly("The service has no key: columns `Id`, `Day` are empty.");
        assertThat(mapped.key()).isEmpty();
        assertThat(mapped.records()).isEmpty();
    }

    @Test
    void holdsARecordWhoseSecondWriteHasNoKey() {
        String body = """
            source:
              format: csv
              fields:
                id: {column: Id, type: string}
                stay: {column: Stay, type: string}
                day: {column: Day, type: date}
            write:
              - {to: client_record, key: id, set: {other_id: id}}
              - {to: enrollment, key: stay, set: {client_key: id, entry_date: day}}
            """;
        MappedRecord mapped = map(body, "Id", "1", "Stay", "", "Day", "2026-01-02");

        assertThat(codes(mapped)).containsExactly("KEY_MISSING hold_row");
        assertThat(mapped.records()).hasSize(1);
        MappedRecord dayless = map(body, "Id", "1", "Stay", "s", "Day", "");
        assertThat(codes(dayless)).containsExactly("FIELD_MISSING hold_row");
        assertThat(facts(dayless))
                .containsExactly(
                        "The enrollment cannot be stored without entry_date, which has no value from column `Day`.");
    }

    @Test
    void saysChecksWithoutValuesInTheFactAndWithThemToTheSender() {
        MappedRecord mapped = map(VISITS, "Id", "C1", "Day", "1/2/2026", "Hours", "0.25", "Note", "");

        assertThat(codes(mapped)).containsExactly("no-short-visit hold_row", "no-empty-note warn");
        Problem problem = mapped.problems().get(0);
        assertThat(problem.fact()).isEqualTo("The visit on lasts hours, minutes.");
        assertThat(problem.told()).isEqualTo("The visit on 1/2/2026 lasts 0.25 hours, 15 minutes.");
        assertThat(problem.guidance()).isEqualTo("Check the hours.");
        assertThat(problem.place().column()).isEqualTo("Hours");
        assertThat(mapped.records()).hasSize(1);
    }

    @Test
    void asksNoCheckAboutAFieldThatCannotBeRead() {
        MappedRecord mapped = map(VISITS, "Id", "C1", "Day", "1/2/2026", "Hours", "many", "Note", "");

        assertThat(codes(mapped)).containsExactly("FIELD_TYPE hold_row");
    }

    @Test
    void waivesOwnChecksOnly() {
        MemberMapping member = member(VISITS);
        Map<String, String> cells =
                MappingText.cells("Id", "C1", "Day", "1/2/2026", "Hours", "0.1", "Note", "too long");
        RowMapping rows =
                member.bind(List.copyOf(cells.keySet()), new Facts(Map.of())).rows();

        assertThat(codes(rows.waivingChecks().map(MappingText.record(cells))))
                .containsExactly("FIELD_CONSTRAINT hold_row", "no-short-visit warn");
        assertThat(codes(rows.map(MappingText.record(cells))))
                .containsExactly("FIELD_CONSTRAINT hold_row", "no-short-visit hold_row");
    }

    @Test
    void reportsAnExpressionWithoutAnswer() {
        String body = """
            source: {format: csv, fields: {id: {column: Id, type: string}, n: {column: N, type: integer}}}
            write: [{to: organization, key: id, set: {name: id, common_name: {expr: "n > 3 ? 'many' : 'few'"}}}]
            """;
        MappedRecord mapped = map(body, "Id", "a", "N", "");

        assertThat(codes(mapped)).containsExactly("EXPRESSION hold_row");
        assertThat(facts(mapped))
                .containsExactly(
                        "The expression of `common_name` has no answer from column `N`; a value may be empty.");
        assertThat(value(map(body, "Id", "a", "N", "4"), 0, "common_name")).isEqualTo("many");
    }

    @Test
    void leavesOutLenientValuesWithAWarning() {
        String body = """
            source:
              format: csv
              fields:
                id: {column: Id, type: string}
                day: {column: Day, type: date, on_error: warn}
                score: {column: Score, type: integer, on_error: warn, constraints: {required: true, maximum: 9}}
            write: [{to: program_funding, key: id, set: {program_key: id, start_date: day, grant_id: {expr: text(score)}}}]
            """;
        MappedRecord mapped = map(body, "Id", "a", "Day", "soon", "Score", "10");

        assertThat(codes(mapped)).containsExactly("FIELD_TYPE warn", "FIELD_CONSTRAINT warn");
        assertThat(value(mapped, 0, "start_date")).isNull();
        assertThat(value(mapped, 0, "grant_id")).isEqualTo("10");
        assertThat(codes(map(body, "Id", "a", "Day", "", "Score", ""))).containsExactly("FIELD_MISSING warn");
    }

    @Test
    void retractsWhatTheSenderSaysIsNotThere() {
        String body = """
            source:
              format: csv
              fields:
                id: {column: Id, type: string}
                left: {column: Left, type: date}
                gone: {column: Gone, type: datetime}
                changed: {column: Changed, type: datetime}
            write:
              - to: enrollment_exit
                key: id
                when: 'left != null'
                retract_when: 'gone != null'
                updated: changed
                set: {enrollment_key: id, exit_date: left}
            """;
        String changed = "2026-03-04 05:06:07";
        assertThat(map(body, "Id", "a", "Left", "2026-01-02", "Gone", "", "Changed", changed)
                        .records())
                .satisfiesExactly(record -> {
                    assertThat(record.retracted()).isFalse();
                    assertThat(record.sourceUpdatedAt()).contains(LocalDateTime.of(2026, 3, 4, 5, 6, 7));
                });
        assertThat(map(body, "Id", "a", "Left", "", "Gone", "", "Changed", changed)
                        .records())
                .satisfiesExactly(record -> assertThat(record.retracted()).isTrue());
        assertThat(map(body, "Id", "a", "Left", "2026-01-02", "Gone", "2026-02-02T10:00:00", "Changed", "")
                        .records())
                .satisfiesExactly(record -> {
                    assertThat(record.retracted()).isTrue();
                    assertThat(record.values()).isEmpty();
                });
    }

    @Test
    void leavesAloneWhatTheRowSaysNothingOf() {
        String body = """
            source:
              format: csv
              fields:
                id: {column: Id, type: string}
                stay: {column: Stay, type: string}
                day: {column: Day, type: date}
            write:
              - to: client_record
                key: id
                set: {}
              - to: admin_event
                key: stay
                silent_when: 'day == null'
                set: {client_key: id, event_type: {value: hospital_stay}, event_date: day}
            """;
        assertThat(map(body, "Id", "a", "Stay", "S", "Day", "2026-01-02").records())
                .hasSize(2);
        assertThat(map(body, "Id", "a", "Stay", "S", "Day", "").records())
                .singleElement()
                .satisfies(record -> assertThat(record.entity()).isEqualTo(Entity.CLIENT_RECORD));
        assertThat(codes(map(body, "Id", "a", "Stay", "", "Day", ""))).isEmpty();
        assertThat(codes(map(body, "Id", "a", "Stay", "", "Day", "2026-01-02")))
                .containsExactly("KEY_MISSING hold_row");
        assertThat(codes(map(body, "Id", "a", "Stay", "S", "Day", "soon"))).containsExactly("FIELD_TYPE hold_row");
    }

    @Test
    void roundsAmountsAndSaysSo() {
        MappedRecord mapped = map(VISITS, "Id", "C1", "Day", "1/2/2026", "Hours", "1.255", "Note", "tea");

        assertThat(codes(mapped)).containsExactly("FIELD_CONSTRAINT warn");
        assertThat(value(mapped, 0, "quantity")).isEqualTo(new BigDecimal("1.26"));
        assertThat(mapped.hasAtLeast(Level.HOLD_ROW)).isFalse();
    }

    @Test
    void bringsTimesToTheSendersZone() {
        String text = """
            mapping: made-up/feed
            title: Made up
            receive: {content: append, zone: America/Chicago}
            source:
              format: csv
              fields:
                id: {column: Id, type: string}
                day: {column: Day, type: date}
                at: {column: At, type: datetime}
            write:
              - to: consent
                key: id
                set:
                  client_key: id
                  recipient: {value: somebody}
                  data_classes: {value: hmis}
                  purpose: {value: outcome_feedback}
                  signed_on: day
                  effective_from: day
                  revoked_at: at
            """;
        MemberMapping member = MappingText.compiled(text).members().get(0);
        Facts none = new Facts(Map.of());

        assertThat(value(
                        map(member, none, "Id", "a", "Day", "2026-01-02", "At", "2026-01-02 08:00:00"),
                        0,
                        "revoked_at"))
                .isEqualTo(Instant.parse("2026-01-02T14:00:00Z"));
        assertThat(value(
                        map(member, none, "Id", "a", "Day", "2026-01-02", "At", "2026-01-02T08:00:00Z"),
                        0,
                        "revoked_at"))
                .isEqualTo(Instant.parse("2026-01-02T08:00:00Z"));
    }

    @Test
    void readsShortYearsByTheDayOfArrival() {
        String body = """
            source: {format: csv, fields: {id: {column: Id, type: string}, born: {column: Born, type: date, format: M/d/yy}}}
            write: [{to: client_record, key: id, set: {birth_date: born}}]
            """;
        Facts facts = new Facts(Map.of("received.on", LocalDate.of(2026, 10, 6)));
        MemberMapping member = member(body);

        assertThat(value(map(member, facts, "Id", "a", "Born", "10/5/27"), 0, "birth_date"))
                .isEqualTo(LocalDate.of(2027, 10, 5));
        assertThat(value(map(member, facts, "Id", "a", "Born", "10/6/27"), 0, "birth_date"))
                .isEqualTo(LocalDate.of(1927, 10, 6));
        assertThat(codes(map(member, facts, "Id", "a", "Born", "10/6/1927"))).containsExactly("FIELD_TYPE hold_row");
        assertThatThrownBy(() -> map(member, new Facts(Map.of()), "Id", "a", "Born", "10/6/27"))
                .hasMessage("The fact received.on is needed to read years of two digits, but is not given.");
    }

    @Test
    void givesTypedFieldsForAControlMember() {
        MemberMapping member = member(VISITS);
        Map<String, String> cells = MappingText.cells("Id", "C1", "Day", "1/2/2026", "Hours", "", "Note", "too long");
        RowMapping rows =
                member.bind(List.copyOf(cells.keySet()), new Facts(Map.of())).rows();

        assertThat(rows.fields(MappingText.record(cells)))
                .containsExactly(
                        Map.entry("id", "C1"),
                        Map.entry("day", LocalDate.of(2026, 1, 2)),
                        Map.entry("note", "too long"));
    }

    @Test
    void endsByAbsenceWhatHasAFirstDay() {
        String body = """
            source: {format: csv, fields: {id: {column: Id, type: string}, day: {column: Day, type: date}}}
            write:
              - {to: client_record, key: id, set: {other_id: id}}
              - {to: enrollment, key: id, set: {client_key: id, entry_date: day}}
              - {to: service, key: id, absent: keep, set: {client_key: id, service_date: day}}
              - {to: organization, key: id, absent: close, set: {name: id}}
            """;
        assertThat(member(body).closedByAbsence()).containsExactlyInAnyOrder(Entity.ENROLLMENT, Entity.ORGANIZATION);
    }

    @Test
    void escapesBarsInKeys() {
        assertThat(map(VISITS, "Id", "C1", "Day", "1/2/2026", "Hours", "1", "Note", "tea")
                        .records()
                        .get(0)
                        .key())
                .isEqualTo("C1|2026-01-02");
        String body = "source: {format: csv, fields: {a: {column: A, type: string}, b: {column: B, type: string}}}\n"
                + "write: [{to: organization, key: [a, {value: x}, b], set: {name: a}}]\n";
        assertThat(map(body, "A", "1|2", "B", "3").key()).isEqualTo("1\\|2|x|3");
    }
}
