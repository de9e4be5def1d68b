package org.throughline.notice;

import java.util.regex.Pattern;

/** A mail in plain text to one address. Its subject is one line, so that nothing can be put among the headers. */
public record Mail(String to, String subject, String text) {
    private static final int LONGEST = 254;
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");

    public Mail {
        if (!isAddress(to) || !isLine(subject)) {
            throw new IllegalArgumentException("A mail needs one plain address and a subject of one line.");
        }
    }

    /** True for one bare address: no name, no second address, no line break. */
    public static boolean isAddress(String text) {
        return text.length() <= LONGEST && ADDRESS.matcher(text).matches();
    }

    /** True for text without line breaks and other control characters. */
    public static boolean isLine(String text) {
        return !CONTROL.matcher(text).find();
    }
}
