package org.throughline.setup;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A contract between the agency and a provider (OCDS contract) and the programs that it pays for. */
public record Contract(
        String contract,
        String title,
        LocalDate start,
        Optional<LocalDate> end,
        Optional<BigDecimal> amount,
        List<String> programs) {

    public Contract {
        programs = List.copyOf(programs);
    }
}
