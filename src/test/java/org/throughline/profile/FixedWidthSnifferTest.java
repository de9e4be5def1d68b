package org.throughline.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.format.ByteSource;
import org.throughline.problem.SetupException;

/** Where the fields of lines without delimiters stand. */
final class FixedWidthSnifferTest {
    /** Nobody in it exists. */
    private static final String LINES = """
        Q1Slate     20140317  F
        Q2Shale     20121231  F
        Q3Basalt    20150228  M
        """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "name,start,length;id,1,2;last,3,10;born,13,8;sex,23,1! length",
                "Field Name,Start,End;id,1,2;last,3,12;born,13,20;sex,23,23! end",
                "Field,Positions;id,1-2;last,3-12;born,13-20;sex,23-23! range",
                "name,start_0based,end_exclusive;id,0,2;last,2,12;born,12,20;sex,22,23! from 0",
                "name,from,to;id,1,3;last,3,13;born,13,21;sex,23,24! ends are starts",
                "item,name,offset,width;1,id,0,2;2,last,2,10;3,born,12,8;4,sex,22,1! offset"
            })
    void readsALayoutInTheWaysThatSendersWriteIt(String layout, String way) throws IOException {
        SampleFormat format = sniff(LINES, layout.replace(";", "\n") + "\n");

        assertThat(places(format))
                .as(way)
                .isEqualTo(Map.of("id", "1-2", "last", "3-12", "born", "13-20", "at 21-22", "21-22", "sex", "23"));
        assertThat(format.settings()).containsExactly("dialect: {encoding: [utf-8]}");
        assertThat(profile(LINES, format).columns())
                .extracting(ColumnProfile::name)
                .containsExactly("id", "last", "born", "at 21-22", "sex");
    }

    @Test
    void takesLinesThatEndEarlyAndPlacesBehindTheLayout() throws IOException {
        SampleFormat format = sniff(LINES + "Q4Marl\n", "name,start,length\nid,1,2\nlast,3,10\n");

        assertThat(format.settings()).containsExactly("dialect: {encoding: [utf-8], short_lines: pad}");
        assertThat(places(format)).containsEntry("at 13-23", "13-23");
        assertThat(profile(LINES + "Q4Marl\n", format).broken()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "record,name,start,end;A,id,1,2;B,id,1,2! The layout describes records of several types (A, B)",
                "name,size;id,2;last,10! The layout has no column that says where fields begin, such as start.",
                "name,start;id,1;last,3! The layout has no column that says where fields end, such as length.",
                "start,end;1,2;3,12! The layout has no column that names its fields, such as name.",
                "name,start,end;id,1,2;last,x,12! Row 2 of the layout has no whole number in its column start."
            })
    void saysWhatALayoutLacks(String layout, String why) {
        assertThatThrownBy(() -> sniff(LINES, layout.replace(";", "\n") + "\n"))
                .isInstanceOf(SetupException.class)
                .hasMessageStartingWith(why);
    }

    @Test
    void guessesPlacesWithTheReasonForEach() throws IOException {
        SampleFormat format = SampleSniffer.sniff(bytes(LINES), SampleHints.none());

        assertThat(format.word()).isEqualTo("fixed_width");
        assertThat(format.header()).isFalse();
        assertThat(format.places())
                .isEqualTo(Map.of(
                        "column_1",
                        new SampleFormat.Place("1-12", "its place is guessed: the line begins here"),
                        "column_2",
                        new SampleFormat.Place("13-22", "its place is guessed: a blank stands before it in every line"),
                        "column_3",
                        new SampleFormat.Place("23", "its place is guessed: a blank stands before it in every line")));
    }

    @Test
    void partsDigitsFromLettersWhereManyLinesAgree() throws IOException {
        String lines = "A12001Slate\nB12002Shale\nC12003Basal\nD12004Marls\nE12005Chert\n";

        assertThat(places(SampleSniffer.sniff(bytes(lines), SampleHints.none())))
                .isEqualTo(Map.of("column_1", "1-6", "column_2", "7-11"));
    }

    @Test
    void takesNamesForGuessedPlaces() throws IOException {
        SampleHints hints = new SampleHints(Optional.empty(), List.of("who", "born", "sex"), Optional.empty());

        assertThat(places(SampleSniffer.sniff(bytes(LINES), hints))).containsOnlyKeys("who", "born", "sex");
    }

    private static SampleFormat sniff(String lines, String layout) throws IOException {
        return SampleSniffer.sniff(
                bytes(lines), new SampleHints(Optional.empty(), List.of(), Optional.of(bytes(layout))));
    }

    private static Map<String, String> places(SampleFormat format) {
        return format.places().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, place -> place.getValue().at()));
    }

    private static SampleProfile profile(String lines, SampleFormat format) throws IOException {
        return SampleProfiler.profile(bytes(lines), format, 100, Set.of());
    }

    private static ByteSource bytes(String text) {
        return ByteSource.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
