package org.throughline.format.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Header rows that lie over each other. */
record Layers(List<HeaderLayer> layers) {

    /** The header rows with what is filled to the right; a column that stops it is left as it is. */
    List<List<String>> filled(List<List<String>> headers, IntPredicate stops) {
        List<List<String>> filled = new ArrayList<>();
        for (int index = 0; index < headers.size(); index++) {
            boolean fill = index < layers.size() && layers.get(index).fillRight();
            filled.add(fill ? filledRow(headers.get(index), stops) : headers.get(index));
        }
        return filled;
    }

    private static List<String> filledRow(List<String> header, IntPredicate stops) {
        List<String> filled = new ArrayList<>();
        String before = "";
        for (int column = 0; column < header.size(); column++) {
            String text = header.get(column);
            before = stops.test(column) ? "" : text.isBlank() ? before : text;
            filled.add(stops.test(column) ? text : before);
        }
        return filled;
    }
}
