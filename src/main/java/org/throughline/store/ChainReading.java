package org.throughline.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.throughline.audit.AuditChain.Verdict;

/** Follows the chain of audit entries, one after the other, and computes every hash without asking the database. */
final class ChainReading {
    static final String START = "0".repeat(64);

    private static final String SEPARATOR = "\u001f";
    private static final int MOST_FAULTS = 100;

    private final Optional<String> known;
    private final List<String> faults = new ArrayList<>();
    private String last = START;
    private long entries;
    private boolean knownSeen;

    ChainReading(Optional<String> known) {
        this.known = known;
    }

    void take(Link link) {
        entries++;
        if (!link.previousHash().equals(last)) {
            fault("Entry " + link.id() + " does not follow the entry before it: an entry was removed, added or changed"
                    + " there.");
        }
        if (!link.hash().equals(link.computed())) {
            fault("Entry " + link.id() + " was changed after it was written.");
        }
        knownSeen |= known.filter(link.hash()::equals).isPresent();
        last = link.hash();
    }

    Verdict verdict() {
        if (known.isPresent() && !knownSeen) {
            fault("The hash that was noted down earlier is not in the ledger: entries were removed or changed.");
        }
        return new Verdict(entries, last, faults);
    }

    private void fault(String sentence) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(sentence);
        }
    }

    /** An entry as text, in the order in which its hash is computed. */
    record Link(long id, String previousHash, List<String> content, String hash) {

        String computed() {
            List<String> all = new ArrayList<>(List.of(previousHash));
            all.addAll(content);
            return sha256(String.join(SEPARATOR, all));
        }

        private static String sha256(String text) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }
    }
}
