package org.throughline.find;

import java.util.List;
import java.util.Optional;

/**
 * A joint client, or a sender's client that linkage does not know.
 *
 * @param joint joint client id; empty where linkage keeps the client out or has not seen it yet
 * @param retired true where no record belongs to the id any more
 * @param supersededBy the joint client that took over its records
 * @param knownBy the senders that know the client
 */
public record FoundClient(Optional<Long> joint, boolean retired, Optional<Long> supersededBy, List<Known> knownBy) {

    public FoundClient {
        knownBy = List.copyOf(knownBy);
    }

    /**
     * A sender's client record.
     *
     * @param number the sender's client number, told where values are shown or it is what was looked for
     * @param grade grade of the link that joins it to the others; empty where it is not linked
     */
    public record Known(String sender, Optional<String> number, Optional<String> grade) {

        /** Names no number: it may tell who it is. */
        @Override
        public String toString() {
            return "Known[" + sender + "]";
        }
    }
}
