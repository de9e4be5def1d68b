package org.throughline.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.canonical.Entity;
import org.throughline.mapping.Facts;
import org.throughline.mapping.Period;
import org.throughline.mapping.Receive;

/**
 * The terms on which a submission is decided.
 *
 * @param receive the mapping's terms
 * @param facts what is known about the submission as a whole
 * @param period the reporting period, where it has one
 * @param snapshot true where what is absent has ended
 * @param closedByAbsence member to the entities that end when they are absent from it
 * @param notTaken members that were left aside
 * @param waived codes of file rules that a person has waived
 */
public record Settling(
        Receive receive,
        Facts facts,
        Optional<Period> period,
        boolean snapshot,
        Map<String, Set<Entity>> closedByAbsence,
        List<MemberReport> notTaken,
        Set<String> waived) {}
