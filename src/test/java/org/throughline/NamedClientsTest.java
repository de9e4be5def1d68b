package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NamedClientsTest {
    private final NamedClients clients = NamedClients.ofTheDemo();

    @ParameterizedTest
    @ValueSource(
            strings = {
                // harborlight, bridgeway, dcyf, coc
                "852-24-1074",
                "HL-000100",
                "120 Elm Street",
                "THISTLEDOWN",
                "C5132",
                // lantern
                "LG-001",
                "LS-0001",
                "Gneiss",
                "2008-02-11",
                // labor
                "W-201",
                "861311201",
                "1981-02-11",
                // stmaren
                "M-5001",
                "VN-9001",
                "M-4999",
                "Garnet",
                "20111119",
                "12 Stone Row",
                "4015550001",
                // fernhill
                "F-101",
                "V-0001",
                "Slate",
                "2012-03-04"
            })
    void findsWhatWasPlanted(String fact) {
        assertThat(clients.in(List.of("The night begins.", "Record " + fact + ", line 3: held.")))
                .contains(fact)
                .hasSizeLessThan(3);
    }

    @Test
    void findsNobodyWhereNobodyStands() {
        assertThat(clients.in(List.of(
                        "labor/wages wages-table-20261006T060000Z.csv loaded 24 rows",
                        "F-1011 Slates PGneiss, not told")))
                .isEmpty();
    }
}
