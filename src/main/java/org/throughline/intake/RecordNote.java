package org.throughline.intake;

/** The three columns that an annotated original gets: hub_status, hub_problem, hub_guidance. May hold the sender's own values. */
public record RecordNote(String status, String problem, String guidance) {

    /** Names no value. */
    @Override
    public String toString() {
        return "RecordNote[" + status + "]";
    }
}
