package org.throughline.mapping.value;

/** Describes a cell without telling it: its length and its digits. */
public final class Shape {

    private Shape() {}

    /** Such as {@code 9 characters, 8 digits}. */
    public static String of(String cell) {
        int characters = cell.codePointCount(0, cell.length());
        long digits = cell.codePoints().filter(Character::isDigit).count();
        return counted(characters, "character") + (digits == 0 ? "" : ", " + counted(digits, "digit"));
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
