package org.throughline.format.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".a",
                "a.",
                "a..b",
                "a[",
                "a[x]",
                "a[-1]",
                "a[1",
                "a]b",
                "^",
                "^.",
                "a[\"b]",
                "a[0]b",
                "a[9999999]"
            })
    void refusesWhatIsNoPath(String text) {
        assertThatThrownBy(() -> JsonPath.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(
                        "is no path; a path is written as name.first, address[0].city, tags[*] or [\"a.b\"].");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a[0]", "a[*][*]", "^.a[*]", "a.b[*]..c"})
    void refusesWhatIsNoPathOfRows(String text) {
        assertThatThrownBy(() -> JsonRows.at(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysHowRowsAreWritten() {
        assertThatThrownBy(() -> JsonRows.at("items[0]"))
                .hasMessage("`items[0]` does not say where rows stand; the rows are written as data.items[*] or"
                        + " clients[*].enrollments[*], and begin at the document's start.");
        assertThatThrownBy(() -> JsonFormat.checkPath("a[*].b"))
                .hasMessage(
                        "`a[*].b` goes on after [*]; only the single values of an array can be joined, and objects in"
                                + " an array are rows of their own.");
    }

    @Test
    void readsBackEveryNameAsItIsWritten() {
        for (String name : new String[] {"a", "a b", "", "a.b", "^", "x[0]", "q\"", "b\\", "\\\"", "日"}) {
            assertThat(JsonPath.of(JsonPath.written(name)).steps()).containsExactly(new JsonPath.Name(name));
        }
    }
}
