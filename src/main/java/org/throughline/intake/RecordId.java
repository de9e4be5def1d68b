package org.throughline.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names one source record of a submission; written {@code 12:Client.csv:7}, submission, member, record number. */
public record RecordId(long submission, String member, long record) {
    private static final Pattern FORM = Pattern.compile("(\\d+):(.+):(\\d+)");

    /** Parses the written form. */
    public static RecordId parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "A record is written submission:member:number, such as 12:Client.csv:7; held list prints it.");
        }
        return new RecordId(Long.parseLong(form.group(1)), form.group(2), Long.parseLong(form.group(3)));
    }

    @Override
    public String toString() {
        return submission + ":" + member + ":" + record;
    }
}
