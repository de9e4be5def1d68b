package org.throughline.format.hl7;

/** Walks through the values of a segment, with the number of field, component and subcomponent. */
final class Widths {

    /** Told of every value that is not empty. */
    interface Visitor {
        void value(int field, int component, int subcomponent);
    }

    private final Segment segment;
    private final Visitor visitor;
    private int field;
    private int component;
    private int subcomponent;
    private boolean beyond;

    private Widths(Segment segment, Visitor visitor) {
        this.segment = segment;
        this.visitor = visitor;
    }

    /** True where a segment has more parts than an address can name. */
    static boolean beyond(Segment segment) {
        Widths widths = new Widths(segment, (field, component, subcomponent) -> {});
        widths.walk();
        return widths.beyond;
    }

    /** Visits every value, except the delimiters themselves; {@code ""} is no value. */
    static void visit(Segment segment, Visitor visitor) {
        new Widths(segment, visitor).walk();
    }

    private void walk() {
        String text = segment.text();
        boolean header = segment.is("MSH");
        field = header ? 1 : 0;
        restart();
        int from = Segment.NAME;
        for (int at = Segment.NAME; at <= text.length(); at++) {
            if (at == text.length() || divides(text.charAt(at), header && field == 2)) {
                end(text, from, at);
                from = at + 1;
                move(at == text.length() ? segment.delimiters().field() : text.charAt(at));
            }
        }
    }

    private boolean divides(char character, boolean verbatim) {
        Delimiters delimiters = segment.delimiters();
        return character == delimiters.field()
                || !verbatim
                        && (character == delimiters.component()
                                || character == delimiters.repetition()
                                || character == delimiters.subcomponent());
    }

    private void end(String text, int from, int to) {
        boolean empty = from == to || to - from == 2 && text.startsWith("\"\"", from);
        boolean delimiters = segment.is("MSH") && field <= 2;
        if (!empty && field > 0 && !delimiters && !beyond) {
            visitor.value(field, component, subcomponent);
        }
    }

    private void move(char divider) {
        Delimiters delimiters = segment.delimiters();
        if (divider == delimiters.field()) {
            field++;
            restart();
        } else if (divider == delimiters.repetition()) {
            restart();
        } else if (divider == delimiters.component()) {
            component++;
            subcomponent = 1;
        } else {
            subcomponent++;
        }
        // The end of the text moves one field beyond the last.
        beyond |= field > FieldAddress.MOST + 1 || component > FieldAddress.MOST || subcomponent > FieldAddress.MOST;
    }

    private void restart() {
        component = 1;
        subcomponent = 1;
    }
}
