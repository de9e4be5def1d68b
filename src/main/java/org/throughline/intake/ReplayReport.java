package org.throughline.intake;

import java.util.List;

/**
 * What a replay changes, or would change. A canonical record counts once, at the submission that says what is believed now;
 * one that is lost counts at the submission that said it.
 *
 * @param lines one per submission that was decided anew
 * @param told what would be told differently, where that was asked
 */
public record ReplayReport(List<Line> lines, List<Told> told) {

    public ReplayReport {
        lines = List.copyOf(lines);
        told = List.copyOf(told);
    }

    /** Everything that changes, as one number: what a person says yes to. */
    public long changes() {
        return lines.stream()
                .mapToLong(
                        line -> line.changed() + line.begun() + line.lost() + line.newlyHeld() + line.newlyAccepted())
                .sum();
    }

    /**
     * One submission.
     *
     * @param asked false for one that only came after one that was asked for
     * @param versionBefore number of the mapping version that had read it
     * @param changed canonical records that say something else
     * @param begun canonical records that were not there
     * @param lost canonical records that are there no more
     * @param newlyHeld rows that are held or rejected and were not
     * @param newlyAccepted rows that are taken and were not
     */
    public record Line(
            long submission,
            String file,
            boolean asked,
            int versionBefore,
            int versionAfter,
            String statusBefore,
            String statusAfter,
            long changed,
            long begun,
            long lost,
            long newlyHeld,
            long newlyAccepted) {

        /** Whether the submission is worth a line: it was asked for, or something changes. */
        public boolean tells() {
            return asked || !statusBefore.equals(statusAfter) || changed + begun + lost + newlyHeld + newlyAccepted > 0;
        }

        Line asked(boolean meant) {
            return new Line(
                    submission,
                    file,
                    meant,
                    versionBefore,
                    versionAfter,
                    statusBefore,
                    statusAfter,
                    changed,
                    begun,
                    lost,
                    newlyHeld,
                    newlyAccepted);
        }
    }

    /**
     * Something that would be told differently.
     *
     * @param kind {@code measure} or {@code outcome file}
     * @param name the measure and the provider, or the file
     * @param before the value as it is, or the rows of the file that would be others
     * @param after the value as it would be
     */
    public record Told(String kind, String name, String before, String after) {}
}
