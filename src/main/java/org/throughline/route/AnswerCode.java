package org.throughline.route;

import java.util.Map;
import java.util.Optional;
import org.throughline.problem.ProblemCode;

/** What is wrong with a message, in the words of HL7 table 0357. */
enum AnswerCode {
    SEGMENT_SEQUENCE(100, "Segment sequence error"),
    FIELD_MISSING(101, "Required field missing"),
    DATA_TYPE(102, "Data type error"),
    TABLE_VALUE(103, "Table value not found"),
    MESSAGE_TYPE(200, "Unsupported message type"),
    EVENT_CODE(201, "Unsupported event code"),
    PROCESSING_ID(202, "Unsupported processing id"),
    KEY_TWICE(205, "Duplicate key identifier"),
    INTERNAL(207, "Application internal error");

    private static final Map<String, AnswerCode> BY_PROBLEM = Map.ofEntries(
            Map.entry(ProblemCode.SEGMENT_BROKEN.name(), SEGMENT_SEQUENCE),
            Map.entry(ProblemCode.SEGMENT_OUT_OF_PLACE.name(), SEGMENT_SEQUENCE),
            Map.entry(ProblemCode.BATCH_DISAGREES.name(), SEGMENT_SEQUENCE),
            Map.entry(ProblemCode.MESSAGE_HEADER.name(), FIELD_MISSING),
            Map.entry(ProblemCode.FIELD_MISSING.name(), FIELD_MISSING),
            Map.entry(ProblemCode.KEY_MISSING.name(), FIELD_MISSING),
            Map.entry(ProblemCode.FIELD_TYPE.name(), DATA_TYPE),
            Map.entry(ProblemCode.FIELD_CONSTRAINT.name(), DATA_TYPE),
            Map.entry(ProblemCode.UNDECODABLE.name(), DATA_TYPE),
            Map.entry(ProblemCode.CONTROL_CHARACTER.name(), DATA_TYPE),
            Map.entry(ProblemCode.CODE_NOT_IN_CROSSWALK.name(), TABLE_VALUE),
            Map.entry(ProblemCode.CODE_NOT_IN_FORCE.name(), TABLE_VALUE),
            Map.entry(ProblemCode.KEY_TWICE.name(), KEY_TWICE),
            Map.entry(ProblemCode.KIND_NEW.name(), MESSAGE_TYPE));

    private final int number;
    private final String words;

    AnswerCode(int number, String words) {
        this.number = number;
        this.words = words;
    }

    /** The code for a problem of a receipt; a mapping's own checks are rules of the hub, and have none of their own. */
    static AnswerCode of(String problem) {
        if (problem.startsWith("codes:")) {
            return TABLE_VALUE;
        }
        return Optional.ofNullable(BY_PROBLEM.get(problem)).orElse(INTERNAL);
    }

    int number() {
        return number;
    }

    String words() {
        return words;
    }
}
