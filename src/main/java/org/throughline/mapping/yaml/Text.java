package org.throughline.mapping.yaml;

/**
 * A scalar as its author wrote it: {@code No}, {@code 08} and {@code 1.0} stay what they look like.
 *
 * @param content the place of the first character, behind an opening quote
 * @param text the text
 * @param unset true where no value stands ({@code null}, {@code ~} or nothing, without quotes)
 * @param oneLine true where the text stands on one line, so that columns can be counted in it
 */
public record Text(Mark mark, Mark content, String text, boolean unset, boolean oneLine) implements Tree {

    /** The place of a character of the text, counted from 0; the start of the text where columns cannot be counted. */
    public Mark at(int character) {
        return oneLine ? content.plus(character) : mark;
    }
}
