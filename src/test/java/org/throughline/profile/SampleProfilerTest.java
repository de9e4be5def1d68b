package org.throughline.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.format.ByteSource;
import org.throughline.mapping.value.ValueType;
import org.throughline.problem.SetupException;

class SampleProfilerTest {

    @Test
    void countsShapesTypesAndFill() throws IOException {
        SampleProfile profile = profile("No,Since,Sum\nA100001,2025-01-31,1.50\nA100002,,2\nB7,2024-02-29,3\n");

        ColumnProfile number = profile.columns().get(0);
        assertThat(number.shapes()).containsExactly(java.util.Map.entry("A999999", 2L), java.util.Map.entry("A9", 1L));
        assertThat(number.unique()).isTrue();
        assertThat(number.shortest()).isEqualTo(2);
        assertThat(number.longest()).isEqualTo(7);
        ColumnProfile since = profile.columns().get(1);
        assertThat(since.fill()).isEqualTo(66);
        assertThat(since.type().formats()).containsExactly("yyyy-MM-dd");
        assertThat(profile.columns().get(2).type().type()).isEqualTo(ValueType.NUMBER);
    }

    @Test
    void saysThatDaysAreAmbiguousInsteadOfDeciding() throws IOException {
        TypeGuess type = profile("Start,End\n03/04/2025,03/14/2025\n05/06/2025,05/06/2025\n")
                .columns()
                .get(0)
                .type();

        assertThat(type.ambiguous()).isTrue();
        assertThat(type.why()).isEqualTo("M/d/yyyy and d/M/yyyy read every value alike");
    }

    @Test
    void isSureOfADayWhereOneValueTells() throws IOException {
        TypeGuess type = profile("Start,x\n03/04/2025,1\n03/14/2025,2\n")
                .columns()
                .get(0)
                .type();

        assertThat(type.ambiguous()).isFalse();
        assertThat(type.formats()).containsExactly("M/d/yyyy");
    }

    @Test
    void countsWhatDoesNotFit() throws IOException {
        String rows = IntStream.range(10, 60)
                .mapToObj(n -> "2025-01-" + (n % 20 + 10) + ",x\n")
                .collect(Collectors.joining());
        TypeGuess type = profile("Day,y\n" + rows + "soon,x\n").columns().get(0).type();

        assertThat(type.misfits()).isEqualTo(1);
        assertThat(type.why()).isEqualTo("yyyy-MM-dd reads 50 of 51 values, the other rows are held");
    }

    @Test
    void showsCodesAndNoPersonalValue() throws IOException {
        StringBuilder text = new StringBuilder("Last Name,Sex,City,Ref,Status\n");
        for (int row = 0; row < 40; row++) {
            text.append("Slate,")
                    .append(row % 2 == 0 ? "F" : "M")
                    .append(",Shale,900-00-000")
                    .append(row % 10)
                    .append(row == 0 ? ",Ms Fern Slate\n" : ",open\n");
        }
        SampleProfile profile = profile(text.toString());

        assertThat(column(profile, "Sex").codes()).containsOnlyKeys("F", "M");
        assertThat(column(profile, "Last Name").codes()).isEmpty();
        assertThat(column(profile, "City").codes()).isEmpty();
        assertThat(column(profile, "Ref").personal()).contains(PersonalKind.SSN);
        assertThat(column(profile, "Ref").codes()).isEmpty();
        assertThat(column(profile, "Status").codes()).containsOnlyKeys("open");
        assertThat(profile.columns().toString()).doesNotContain("Slate").doesNotContain("900-00");
    }

    private static ColumnProfile column(SampleProfile profile, String name) {
        return profile.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "First Name, NAME",
        "LNAME, NAME",
        "program_name, ",
        "dob, BIRTH_DATE",
        "Date of Birth, BIRTH_DATE",
        "SSN, SSN",
        "soc_sec_id, SSN",
        "Home Phone, PHONE",
        "E-Mail, EMAIL",
        "email, EMAIL",
        "ZIP, ADDRESS",
        "address_1, ADDRESS",
        "Start Date, ",
        "Drivers License, OTHER_ID",
        "Organization Name, "
    })
    void knowsPersonalColumnsByName(String name, PersonalKind kind) {
        assertThat(PersonalKind.byName(HeaderWords.of(name))).isEqualTo(Optional.ofNullable(kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|", "~"})
    void findsTheDelimiter(String delimiter) throws IOException {
        String text =
                String.join(delimiter, "a", "b", "c") + "\n" + String.join(delimiter, "1", "\"x, y\"", "3") + "\n";

        assertThat(profile(text).columns()).hasSize(3);
    }

    @Test
    void findsEncodingAndMissingHeader() throws IOException {
        byte[] bytes = "202401;Ren\u00e9\n202402;Ana\n".getBytes(Charset.forName("windows-1252"));
        SampleFormat format = SampleSniffer.sniff(ByteSource.of(bytes), SampleHints.none());

        assertThat(format.header()).isFalse();
        assertThat(format.settings())
                .containsExactly("dialect: {delimiter: ';', encoding: [windows-1252], header: [column_1, column_2]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "MSH|^~\\&|A|B! HL7 version 2",
                "{\"resourceType\": \"Bundle\"}! FHIR",
                "%PDF-1.7! PDF",
                "HEADER20204A06! No delimiter",
                "-----BEGIN PGP MESSAGE-----! encrypted",
                "PK\u0003\u0004 other! archive",
                "<a><b>1</b></a>! No element of the sample stands more than once"
            })
    void saysWhyThereIsNoDraft(String text, String why) {
        assertThatThrownBy(() -> SampleSniffer.sniff(bytes(text + "\n"), SampleHints.none()))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining(why.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "[{\"a\": 1}, {\"a\": 2}]! json! 2",
                "{\"meta\": {\"n\": 1}, \"data\": {\"items\": [{\"a\": 1, \"t\": [{\"x\": 1}]}, {\"a\": 2}]}}! json! 2",
                "{\"a\": 1}\\n{\"a\": 2}\\n{\"a\": 3}! ndjson! 3",
                "<E><H><d>1</d></H><C><P><n>1</n></P><P><n>2</n></P></C></E>! xml! 2"
            })
    void findsWhereRecordsStand(String text, String word, int records) throws IOException {
        SampleProfile profile = profile(text.replace("\\n", "\n"));

        assertThat(profile.format().word()).isEqualTo(word);
        assertThat(profile.records()).isEqualTo(records);
    }

    private static SampleProfile profile(String text) throws IOException {
        SampleFormat format = SampleSniffer.sniff(bytes(text), SampleHints.none());
        return SampleProfiler.profile(bytes(text), format, 1_000, Set.of());
    }

    private static ByteSource bytes(String text) {
        return ByteSource.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsNoMoreThanItIsTold() throws IOException {
        SampleFormat format = SampleSniffer.sniff(bytes("a,b\n1,2\n3,4\n5,6\n"), SampleHints.none());
        SampleProfile profile = SampleProfiler.profile(bytes("a,b\n1,2\n3,4\n5,6\n"), format, 2, Set.of());

        assertThat(profile.records()).isEqualTo(2);
        assertThat(profile.more()).isTrue();
    }

    @Test
    void countsKeysThatRepeat() throws IOException {
        String text = "a,b\n1,2\n1,3\n1,2\n";
        SampleFormat format = SampleSniffer.sniff(bytes(text), SampleHints.none());

        assertThat(RepeatedKeys.count(bytes(text), format, List.of("a"), 10)).isEqualTo(2);
        assertThat(RepeatedKeys.count(bytes(text), format, List.of("a", "b"), 10))
                .isEqualTo(1);
    }
}
