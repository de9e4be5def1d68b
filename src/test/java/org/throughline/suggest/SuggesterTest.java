package org.throughline.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.format.ByteSource;
import org.throughline.mapping.MappingFolder;
import org.throughline.profile.SampleHints;

class SuggesterTest {
    private static final Suggester SUGGESTER = new Suggester(MappingFolder.of(Path.of("mappings")));

    /** Nobody in it exists. */
    private static final String STAYS = """
        Client #,Last Name,First Name,DOB,Sex,Start Date,End Date,Worker Initials,Ref Day
        Q-1,Slate,Fern,3/17/2014,F,9/16/2026,,AB,03/04/2026
        Q-2,Shale,Olive,12/31/2012,F,9/6/2026,10/20/2026,AB,05/06/2026
        Q-1,Slate,Fern,3/17/2014,F,10/7/2026,,AC,07/08/2026
        Q-3,Basalt,Ivy,2/28/2015,Masc,9/30/2026,,AC,01/02/2026
        Q-4,Gneiss,Sage,5/25/2015,Zorp,9/30/2026,,AC,01/02/2026
        """;

    @Test
    void draftsStaysThatCompileWithAReasonForEveryField() throws IOException {
        Suggestion draft = suggest("quarry/stays", STAYS, DayOrder.UNKNOWN);

        assertThat(draft.problems()).isEmpty();
        assertThat(draft.decided())
                .containsOnlyKeys("Client #", "Last Name", "First Name", "DOB", "Sex", "Start Date", "End Date");
        assertThat(draft.decided().get("Last Name"))
                .contains("client_record.last_name")
                .contains("called so in");
        assertThat(draft.text())
                .contains("status: draft")
                .contains("last_name: {column: Last Name, type: string, pii: name}")
                .contains("start_date: {column: Start Date, type: date, format: M/d/yyyy}")
                .contains("  - to: enrollment\n    key: [client_number, start_date]\n")
                .contains("    when: 'end_date != null'\n");
    }

    @Test
    void leavesWhatIsNotCertainToTheAuthor() throws IOException {
        Suggestion draft = suggest("quarry/stays", STAYS, DayOrder.UNKNOWN);

        assertThat(draft.left()).containsOnlyKeys("Worker Initials", "Ref Day");
        assertThat(draft.text()).contains("    Worker Initials: 'not decided: ");
        assertThat(draft.open()).containsEntry("Sex", "1 value that is not shown");
        assertThat(draft.text()).contains("# not decided: 1 value that is not shown; rows with them are held");
    }

    @Test
    void takesNoDayThatMayBeAnother() throws IOException {
        String text = STAYS.replace("Ref Day", "Referral Date");
        Suggestion silent = suggest("quarry/stays", text, DayOrder.UNKNOWN);
        Suggestion told = suggest("quarry/stays", text, DayOrder.DAY_FIRST);

        assertThat(silent.left().get("Referral Date"))
                .isEqualTo(
                        "not decided: it may be enrollment.referral_date (1.00), but M/d/yyyy and d/M/yyyy read every"
                                + " value alike; ask the sender, then suggest again with --month-first or --day-first");
        assertThat(told.text()).contains("referral_date: {column: Referral Date, type: date, format: d/M/yyyy}");
    }

    @Test
    void neverTellsAPersonalValue() throws IOException {
        assertThat(suggest("quarry/stays", STAYS, DayOrder.UNKNOWN).text())
                .doesNotContain("Slate")
                .doesNotContain("Fern")
                .doesNotContain("2014")
                .doesNotContain("Q-1")
                .doesNotContain("Zorp");
    }

    @Test
    void draftsFixedWidthFromTheSendersLayout() throws IOException {
        String lines = "Q1Slate     20140317  F\nQ2Shale     20121231  F\n";
        String layout = "name,start,length\nClient ID,1,2\nLast Name,3,10\nDOB,13,8\nSex,23,1\n";
        SampleHints hints = new SampleHints(Optional.empty(), List.of(), Optional.of(bytes(layout)));

        Suggestion draft =
                SUGGESTER.suggest(new SuggestRequest("quarry/lines", bytes(lines), hints, DayOrder.UNKNOWN, 1_000));

        assertThat(draft.problems()).isEmpty();
        assertThat(draft.text())
                .contains("source:\n  format: fixed_width\n  dialect: {encoding: [utf-8]}\n")
                .contains("last_name: {column: Last Name, at: 3-12, type: string, pii: name}")
                .contains("dob: {column: DOB, at: 13-20, type: date, format: yyyyMMdd, pii: birth_date}")
                .contains("; placed by the layout; filled 100 %")
                .contains("    at 21-22: 'not decided: no canonical field is near; always empty in the sample'")
                .doesNotContain("Slate", "20140317");
    }

    @Test
    void saysWhatKeepsADraftFromCompiling() throws IOException {
        Suggestion draft = suggest("quarry/rocks", "Rock,Weight\ngranite,3\nslate,4\n", DayOrder.UNKNOWN);

        assertThat(draft.problems()).isNotEmpty();
        assertThat(draft.text()).contains("Say which fields make the key");
        assertThat(draft.left()).containsOnlyKeys("Rock", "Weight");
    }

    @Test
    void tellsOfKeysThatRepeat() throws IOException {
        String text = "Client ID,Start Date,x\n1,2026-01-02,a\n1,2026-01-02,b\n2,2026-01-03,c\n";

        Suggestion draft = suggest("quarry/stays", text, DayOrder.UNKNOWN);

        assertThat(draft.repeated()).isEqualTo(1);
        assertThat(draft.text()).contains("# The key of 1 records stands in a record before them");
    }

    @Test
    void takesAnOrganizationsMailAddressForNoClient() throws IOException {
        Suggestion draft =
                suggest("rocks", "id,name,email\n7,Quarry,a@b.example\n8,Pit,c@d.example\n", DayOrder.UNKNOWN);

        assertThat(draft.text()).contains("  - to: organization\n    key: id\n").doesNotContain("to: client_record");
        assertThat(draft.left().get("email")).contains("but the draft writes no such record");
    }

    @Test
    void knowsTheTitlesOfCodesThatHaveDays(@TempDir Path mappings) throws IOException {
        Files.createDirectories(mappings.resolve("codes/hub"));
        Files.writeString(mappings.resolve("codes/hub/sex.yaml"), """
            list: hub/sex
            codes: {F: [{title: Lady, to: 2019-12-31}, {title: Woman or girl, from: 2020-01-01}], M: {title: Man or boy, from: 2020-01-01}}
            """);
        Files.createDirectories(mappings.resolve("stone"));
        Files.writeString(mappings.resolve("stone/people.yaml"), """
            mapping: stone/people
            title: People (synthetic)
            receive: {content: append}
            source: {format: csv, fields: {id: {column: Id, type: string}, sex: {column: Sex, type: string}}}
            codes: {sex: {use: hub/sex, other: hold_row}}
            write: [{to: client_record, key: id, set: {sex: {from: sex, codes: sex}}}]
            """);
        ByteSource sample = ByteSource.of(STAYS.replace(",F,", ",Woman or girl,")
                .replaceAll("Masc|Zorp", "Man or boy")
                .getBytes(StandardCharsets.UTF_8));

        Suggestion draft = new Suggester(MappingFolder.of(mappings))
                .suggest(new SuggestRequest("quarry/stays", sample, SampleHints.none(), DayOrder.UNKNOWN, 1_000));

        assertThat(draft.text())
                .contains("Woman or girl: F")
                .contains("Man or boy: M")
                .contains("the title of the code");
    }

    private static Suggestion suggest(String id, String text, DayOrder days) throws IOException {
        ByteSource sample = ByteSource.of(text.getBytes(StandardCharsets.UTF_8));
        return SUGGESTER.suggest(new SuggestRequest(id, sample, SampleHints.none(), days, 1_000));
    }

    private static ByteSource bytes(String text) {
        return ByteSource.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
