package org.throughline.intake;

/**
 * What a sender is told about one record: its state, its problems and the advice. May hold the sender's own values.
 */
public record RecordNote(String status, String problem, String guidance) {

    /** Names no value. */
    @Override
    public String toString() {
        return "RecordNote[" + status + "]";
    }
}
