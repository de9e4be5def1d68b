package org.throughline.format.xlsx;

import java.io.IOException;

/** The text of a shared or inline string: its plain text or that of all its runs, without phonetic hints. */
final class StringItem {
    private StringItem() {}

    /** Reads the element that has just started, up to its end. */
    static void read(PartXml xml, TextBuffer text) throws IOException {
        text.clear();
        int depth = 1;
        boolean inText = false;
        while (depth > 0 && xml.next()) {
            if (xml.starts("rPh")) {
                xml.skip();
            } else if (xml.starts()) {
                depth++;
                inText = xml.starts("t");
            } else if (xml.ends()) {
                depth--;
                inText = false;
            } else if (inText) {
                xml.textTo(text);
            }
        }
    }
}
