package org.throughline.format.xlsx;

import java.util.Optional;

/**
 * Which sheet of a workbook is read. A hidden sheet is never read.
 *
 * @param titled the sheet's title, where one is agreed
 * @param position the visible sheet with this position from 1, where a title is not agreed or not found; 0 for the only
 *     visible sheet that holds anything
 * @param strict true where a workbook without the title is refused
 */
public record SheetChoice(Optional<String> titled, int position, boolean strict) {

    /** The only visible sheet that holds anything. */
    public static SheetChoice only() {
        return new SheetChoice(Optional.empty(), 0, false);
    }

    /** The visible sheet with this position, from 1. */
    public static SheetChoice at(int position) {
        return new SheetChoice(Optional.empty(), position, false);
    }

    /** The sheet with this title; a workbook without it is refused. */
    public static SheetChoice titled(String title) {
        return new SheetChoice(Optional.of(title), 0, true);
    }

    /** The sheet with this title; the first visible one where no sheet has it. */
    public static SheetChoice titledOrFirst(String title) {
        return new SheetChoice(Optional.of(title), 1, false);
    }
}
