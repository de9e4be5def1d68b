package org.throughline.format.xlsx;

import java.util.regex.Pattern;

/** A text by which a place in a sheet is found; spaces around it, a colon at its end and line breaks in it do not matter. */
record Label(String text) {
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");

    Label {
        text = plain(text);
    }

    boolean is(String cell) {
        return cell.length() <= 2 * text.length() + SLACK && plain(cell).equals(text);
    }

    private static final int SLACK = 100;

    private static String plain(String text) {
        String single = SPACES.matcher(text).replaceAll(" ").strip();
        return single.endsWith(":") ? single.substring(0, single.length() - 1).strip() : single;
    }
}
