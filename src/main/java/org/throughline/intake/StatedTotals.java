package org.throughline.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.mapping.TotalRule;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/** Holds what a done-file or manifest states against what arrived: each figure goes to the receipt, a disagreement holds the file. */
final class StatedTotals {
    /** A sum over fewer records comes too near to the value of one. */
    private static final int FEW = 11;

    private final Optional<DoneFile> done;
    private final Load load;
    private final long rows;
    private final List<String> facts = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    StatedTotals(Optional<DoneFile> done, Load load, long rows) {
        this.done = done;
        this.load = load;
        this.rows = rows;
    }

    void compare(String sha256, TotalTally tally) {
        if (done.filter(file -> !file.namesFile()).isPresent()) {
            load.problem(problem("The manifest that came with the file cannot be read, or does not name the file."));
            return;
        }
        stated("sha256").ifPresent(stated -> sha256(stated, sha256));
        stated("rows").ifPresent(stated -> rows(stated));
        for (int i = 0; i < tally.rules().size(); i++) {
            total(tally.rules().get(i), tally.found().get(i));
        }
        if (!facts.isEmpty()) {
            load.problem(problem(String.join(" ", facts)).telling(String.join(" ", told)));
        }
    }

    private Optional<String> stated(String name) {
        return done.flatMap(file -> file.stated(name));
    }

    private void sha256(String stated, String found) {
        boolean agrees = stated.equalsIgnoreCase(found);
        load.total(new ControlTotal("sha256", Optional.of(stated), Optional.of(found), Optional.of(agrees))
                .withoutNumbers());
        if (!agrees) {
            load.problem(Problem.of(
                    ProblemCode.DONE_FILE_DISAGREES,
                    Place.submission(),
                    "The done-file states another SHA-256 than the bytes delivered have."));
        }
    }

    private void rows(String stated) {
        boolean agrees = number(stated)
                .filter(said -> said.compareTo(BigDecimal.valueOf(rows)) == 0)
                .isPresent();
        load.total(total("rows", Optional.of(stated), BigDecimal.valueOf(rows), Optional.of(agrees)));
        if (!agrees) {
            String shown = shown(stated).replace("number", "number of");
            disagree("The done-file states " + shown + " rows; the file holds " + rows + ".");
        }
    }

    private void disagree(String fact) {
        facts.add(fact);
        told.add(fact);
    }

    private void total(TotalRule rule, BigDecimal found) {
        Optional<String> stated = stated(rule.name());
        Optional<Boolean> agrees = stated.map(
                text -> number(text).filter(said -> said.compareTo(found) == 0).isPresent());
        ControlTotal total = total(rule.name(), stated, found, agrees);
        boolean few = !rule.distinct() && rows < FEW;
        load.total(few ? total.withoutNumbers() : total);
        if (done.isPresent() && stated.isEmpty()) {
            disagree("The done-file states no `" + rule.name() + "`, which is agreed for this feed.");
        } else if (agrees.filter(agreed -> !agreed).isPresent()) {
            String both = "The done-file states " + shown(stated.orElseThrow()) + " as `" + rule.name()
                    + "`; the file holds " + plain(found) + ".";
            String fact = "The done-file and the file disagree about `" + rule.name() + "`, a sum over few records.";
            facts.add(few ? fact : both);
            told.add(both);
        }
    }

    private static ControlTotal total(
            String name, Optional<String> stated, BigDecimal found, Optional<Boolean> agrees) {
        return new ControlTotal(name, stated.map(StatedTotals::shown), Optional.of(plain(found)), agrees);
    }

    private static Optional<BigDecimal> number(String stated) {
        return Optional.of(stated)
                .filter(text -> text.matches("[+-]?\\d{1,18}(\\.\\d{1,9})?"))
                .map(BigDecimal::new);
    }

    /** Text that is no number may be anything, and is not repeated. */
    private static String shown(String stated) {
        return number(stated).map(StatedTotals::plain).orElse("no number");
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static Problem problem(String fact) {
        return Problem.of(ProblemCode.STATED_TOTAL, Place.submission(), fact);
    }
}
