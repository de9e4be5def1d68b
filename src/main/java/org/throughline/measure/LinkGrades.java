package org.throughline.measure;

/** Asks linkage how strongly two records of one joint client are linked. */
@FunctionalInterface
public interface LinkGrades {

    /** Grade of the best path between two records; disclosure where both are the same record. */
    LinkGrade between(RecordRef one, RecordRef other);
}
