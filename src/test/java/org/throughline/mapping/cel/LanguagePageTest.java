package org.throughline.mapping.cel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.throughline.mapping.value.Clean;
import org.throughline.mapping.value.ValueType;

/** The page about the mapping language names every function, every way to clean and every type. */
class LanguagePageTest {

    @Test
    void namesWhatTheLanguageKnows() throws IOException {
        String page = Files.readString(Path.of("docs/mapping-language.md"));

        assertThat(Library.functions())
                .extracting(LibraryFunction::name)
                .filteredOn(name -> !name.startsWith("clean."))
                .allSatisfy(name -> assertThat(page).contains("`" + name + "("));
        assertThat(Clean.words()).allSatisfy(word -> assertThat(page).contains("`" + word + "`"));
        assertThat(ValueType.words()).allSatisfy(word -> assertThat(page).contains("| `" + word + "` |"));
    }
}
