package org.throughline.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParameterFormTest {

    private static Optional<String> mismatch(String form, String text) {
        return ParameterForm.of("Something (" + form + ").").orElseThrow().mismatch(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text | anything; at all",
                "number | 12",
                "seconds | 12",
                "number, 1 to 9 | 9",
                "true or false | true",
                "one of json, csv | csv",
                "duration | PT30S",
                "duration | P1D",
                "name | changed_since",
                "web address | https://api.provider.example/v1?format=json",
                "web address | http://localhost:8080/",
                "JDBC address | jdbc:postgresql://db.agency.example:5432/jail?sslmode=verify-full"
            })
    void takesWhatFits(String form, String text) {
        assertThat(mismatch(form, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text | {{system:user.home}}",
                "number | -1",
                "number, 1 to 9 | 10",
                "true or false | yes",
                "one of json, csv | xml",
                "duration | 30 seconds",
                "duration | -P1D",
                "name | a b",
                "web address | http://api.provider.example/",
                "web address | https://user:secret@api.provider.example/",
                "web address | https://api.provider.example/?api_key=1234",
                "web address | file:///etc/hosts",
                "web address | /bookings-of-all",
                "JDBC address | jdbc:postgresql://db.agency.example/jail?user=hub&password=secret",
                "JDBC address | https://db.agency.example/"
            })
    void saysWhatWasExpectedWhereAValueDoesNotFit(String form, String text) {
        assertThat(mismatch(form, text))
                .hasValueSatisfying(expected -> assertThat(expected).doesNotContain(text));
    }

    @ParameterizedTest
    @CsvSource({"A description without any.", "One that (ends) in words", "One of a form (pth)."})
    void knowsNoOtherForm(String description) {
        assertThat(ParameterForm.of(description)).isEmpty();
    }
}
