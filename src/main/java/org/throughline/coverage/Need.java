package org.throughline.coverage;

import java.util.ArrayList;
import java.util.List;
import org.throughline.canonical.Reads;
import org.throughline.linkage.Known;
import org.throughline.measure.Measure;
import org.throughline.release.MeasuredClients;

/**
 * Something that is made of canonical fields.
 *
 * @param user a measure, the linkage of clients, or the outcome files
 * @param reads the fields that it says it reads
 */
public record Need(String user, Reads reads) {
    /** What links clients. */
    public static final String LINKAGE = "linkage";

    /** What outcome files are made of. */
    public static final String OUTCOMES = "outcome files";

    /** All of them. */
    public static List<Need> all() {
        List<Need> needs = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            needs.add(new Need(measure.id(), measure.reads()));
        }
        needs.add(new Need(LINKAGE, Known.READS));
        needs.add(new Need(OUTCOMES, MeasuredClients.READS));
        return needs;
    }

    /** True where it looks at a field. */
    public boolean uses(String target) {
        return reads.essential().contains(target) || reads.helpful().contains(target);
    }
}
