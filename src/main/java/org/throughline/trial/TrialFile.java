package org.throughline.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.throughline.intake.Feed;
import org.throughline.intake.FeedId;
import org.throughline.intake.Original;
import org.throughline.intake.Submission;

/**
 * A file that is tried as if it had been delivered.
 *
 * @param name the name under which it would be delivered
 * @param receivedAt when it would be received
 * @param doneFile text of the done-file that comes with it
 * @param lastRows records of the feed's last file; 0 where that is not known
 */
public record TrialFile(Path path, String name, Instant receivedAt, Optional<String> doneFile, long lastRows) {

    /** A file as it stands, received at this instant, without a done-file and as the first of its feed. */
    public static TrialFile of(Path path, Instant receivedAt) {
        return new TrialFile(path, path.getFileName().toString(), receivedAt, Optional.empty(), 0);
    }

    Submission submission(String mapping) throws IOException {
        FeedId nobody = new FeedId(FeedId.TRIAL, FeedId.TRIAL);
        // Only a done-file asks for the hash.
        String sha256 = doneFile.isPresent() ? sha256() : "";
        Original original = new Original(sha256, Files.size(path));
        return new Submission(0, new Feed(0, nobody, mapping, "testing"), name, original, receivedAt, doneFile);
    }

    private String sha256() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
