package org.throughline.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughline.problem.Level;

class BundleTest {

    private static final String FEED = """
        mapping: made-up/feed
        title: Made up
        receive:
          content: snapshot
          period: {from: control.start, to: control.end}
          snapshot_if: "control.directive == '2'"
        bundle:
          format: zip
          control: Export.csv
          members: [Export.csv, {file: Clients.csv, mapping: shared/People.yaml}, {file: Extra.csv, optional: true}]
          not_taken: {User.csv: staff, 'Custom*.csv': beyond the standard}
          new_members: note
        """;

    private static final String EXPORT = """
        source:
          format: csv
          fields:
            start: {column: Start, type: date}
            end: {column: End, type: date}
            directive: {column: Directive, type: string}
            hashed: {column: Hashed, type: string}
        """;

    private static final String PEOPLE = """
        extends: standards/bases/People.yaml
        write:
          person: {set: {identifiers_hashed: {expr: "control.hashed != null && control.hashed != '1'"}}}
        """;

    private static final String BASE = """
        source: {format: csv, fields: {id: {column: Id, type: string}, first: {column: First, type: string}}}
        write:
          person: {to: client_record, key: id, set: {first_name: first}}
        """;

    private static final String EXTRA = """
        source: {format: csv, fields: {id: {column: Id, type: string}}}
        write: [{to: organization, key: id, set: {name: id}}]
        """;

    private static Map<String, String> files() {
        Map<String, String> files = new HashMap<>();
        files.put("made-up/feed/feed.yaml", FEED);
        files.put("made-up/feed/Export.yaml", EXPORT);
        files.put("made-up/feed/Extra.yaml", EXTRA);
        files.put("shared/People.yaml", PEOPLE);
        files.put("standards/bases/People.yaml", BASE);
        return files;
    }

    private static Mapping bundle() {
        MappingSource source = new MappingSource("made-up/feed", "made-up/feed/feed.yaml", files());
        Compilation compilation = new MappingCompiler().compile(source);
        return compilation.mapping().orElseThrow(() -> new AssertionError(compilation.diagnostics()));
    }

    @Test
    void keepsItsMembersInOrder() {
        Mapping bundle = bundle();

        assertThat(bundle.members())
                .extracting(MemberMapping::member)
                .containsExactly("Export.csv", "Clients.csv", "Extra.csv");
        assertThat(bundle.members()).extracting(MemberMapping::required).containsExactly(true, true, false);
        BundleRule rule = bundle.bundle().orElseThrow();
        assertThat(rule.control()).contains("Export.csv");
        assertThat(rule.newMembers()).isEqualTo(Level.NOTE);
        assertThat(rule.reasonNotTaken("CustomGender.csv")).contains("beyond the standard");
        assertThat(rule.reasonNotTaken("Gender.csv")).isEmpty();
    }

    @Test
    void takesPeriodAndSnapshotFromTheControlMember() {
        Receive receive = bundle().receive();
        Facts facts = new Facts(Map.of(
                "control.start",
                LocalDate.of(2025, 10, 1),
                "control.end",
                LocalDate.of(2026, 9, 30),
                "control.directive",
                "1"));

        assertThat(receive.period().period(facts))
                .contains(new Period(LocalDate.of(2025, 10, 1), LocalDate.of(2026, 9, 30)));
        assertThat(receive.snapshotIf().holds(facts)).isFalse();
        assertThat(receive.snapshotIf().holds(facts.with("control.directive", "2")))
                .isTrue();
    }

    @Test
    void givesFactsToItsMembersAndExtendsABase() {
        MemberMapping people = bundle().members().get(1);

        MappedRecord open =
                MappingText.map(people, new Facts(Map.of("control.hashed", "1")), "Id", "1", "First", "Ann");
        assertThat(open.records().get(0).values())
                .containsEntry("first_name", "Ann")
                .containsEntry("identifiers_hashed", false);
        MappedRecord hashed =
                MappingText.map(people, new Facts(Map.of("control.hashed", "2")), "Id", "1", "First", "x");
        assertThat(hashed.records().get(0).values()).containsEntry("identifiers_hashed", true);
    }

    @Test
    void compilesAgainFromItsStoredText() {
        MappingSource stored = bundle().source();

        assertThat(new MappingCompiler().compile(stored).mapping()).isPresent();
        assertThat(stored.sha256()).isEqualTo(new MappingSource(stored.id(), stored.root(), files()).sha256());
    }

    @Test
    void tellsFindingsOfTheBaseInTheBase() {
        Map<String, String> files = files();
        files.put("standards/bases/People.yaml", BASE.replace("first_name: first", "first_name: frist"));
        Compilation compilation =
                new MappingCompiler().compile(new MappingSource("made-up/feed", "made-up/feed/feed.yaml", files));

        assertThat(compilation.diagnostics())
                .extracting(Diagnostic::toString)
                .contains("standards/bases/People.yaml:3:58: `frist` is neither a field of this file nor a fact."
                        + " Did you mean `first`?");
    }
}
