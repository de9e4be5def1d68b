package org.throughline.linkage;

/** Whether a merge that a sender states is in force, and if not, why. */
public enum MergeStanding {
    /** What is recorded under the merged number counts as the survivor's. */
    IN_FORCE("in force"),
    /** No client that goes on has arrived yet. */
    AWAITS_SURVIVOR("waits for the client that goes on"),
    /** The number is merged into several others. */
    MERGED_TWICE("the number is merged into several others"),
    /** The merges lead back to the number. */
    IN_A_CIRCLE("the merges lead back to the number"),
    /** A person ruled that the numbers are different clients. */
    RULED_APART("a ruling keeps the two apart");

    private final String words;

    MergeStanding(String words) {
        this.words = words;
    }

    /** The standing in words. */
    public String words() {
        return words;
    }

    /** True where the sender's merges contradict each other, or a person contradicts them. */
    public boolean isDisputed() {
        return this != IN_FORCE && this != AWAITS_SURVIVOR;
    }
}
