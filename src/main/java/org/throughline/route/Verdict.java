package org.throughline.route;

import java.util.List;
import org.throughline.intake.ProblemReport;
import org.throughline.intake.Receipt;
import org.throughline.problem.Level;
import org.throughline.problem.ProblemCode;

/**
 * What the hub answers to a message.
 *
 * @param letter the second letter of the code: A accepted, E kept but something in it is held or rejected, R refused
 * @param findings what is wrong; holds no value of the message
 */
record Verdict(char letter, List<Finding> findings) {
    private static final int MOST = 10;

    Verdict {
        findings = List.copyOf(findings);
    }

    /**
     * One thing that is wrong.
     *
     * @param severity E, W or I
     * @param text what is wrong and what to do
     */
    record Finding(AnswerCode code, char severity, String text) {}

    /** True where nothing is left for the sender to mend. */
    boolean accepted() {
        return letter == 'A';
    }

    static Verdict refused(AnswerCode code, String text) {
        return new Verdict('R', List.of(new Finding(code, 'E', text)));
    }

    /**
     * Loaded: accepted. Of a type that no mapping takes: refused, though kept. All else is in between. A message that was here
     * before is answered as the first one stands now: to send it again mends nothing.
     */
    static Verdict of(Receipt told, MessageHeader header) {
        Receipt receipt = told.earlier().orElse(told);
        List<Finding> findings = receipt.problems().stream()
                .filter(problem -> !problem.level().equals(Level.NOTE.word()))
                .limit(MOST)
                .map(problem -> finding(problem, header))
                .toList();
        if (receipt.clean()) {
            return new Verdict('A', findings);
        }
        boolean refused = receipt.problems().stream()
                .map(ProblemReport::code)
                .anyMatch(code ->
                        code.equals(ProblemCode.KIND_NEW.name()) || code.equals(ProblemCode.MESSAGE_HEADER.name()));
        return new Verdict(refused ? 'R' : 'E', findings);
    }

    private static Finding finding(ProblemReport problem, MessageHeader header) {
        AnswerCode code = AnswerCode.of(problem.code());
        boolean event = code == AnswerCode.MESSAGE_TYPE
                && header.component(MessageHeader.TYPE, 1).matches("ADT|REF|SIU");
        char severity = problem.level().equals(Level.WARN.word()) ? 'W' : 'E';
        return new Finding(
                event ? AnswerCode.EVENT_CODE : code, severity, problem.message() + " " + problem.guidance());
    }
}
