package org.throughline.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a contact may ask to be told. */
public enum NoticeKind {
    /** A receipt is ready. */
    RECEIPT,
    /** An outcome file is ready. */
    OUTCOME,
    /** A file that is due has not come. */
    LATE,
    /** Nor has it come within its grace. */
    MISSING,
    /** Nor a day after that was told. */
    ESCALATION;

    /** The word in partner files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words of all kinds. */
    public static List<String> words() {
        return Arrays.stream(values()).map(NoticeKind::word).toList();
    }
}
