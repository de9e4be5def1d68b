package org.throughline.drop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/**
 * What a partner may still put into its home. Counts what waits in the folders that the partner writes; what the hub has taken
 * counts no more. Checked with every write, for all sessions of the partner together.
 */
final class Allowance {
    private final long quota;
    private final int files;
    private final Refusals refusals;
    private long used;

    Allowance(long quota, int files, Refusals refusals) {
        this.quota = quota;
        this.files = files;
        this.refusals = refusals;
    }

    /** Counts what waits; refuses one more file where too many do. */
    synchronized void count(Path home, boolean oneMore) throws IOException {
        long bytes = 0;
        int found = 0;
        for (String folder : DropHome.WRITABLE) {
            try (DirectoryStream<Path> waiting = Files.newDirectoryStream(home.resolve(folder))) {
                for (Path file : waiting) {
                    bytes += Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                            .size();
                    found++;
                }
            }
        }
        used = bytes;
        if (oneMore && found >= files) {
            refuse("too many files wait in its home", "Too many files wait here. Remove some, or wait.");
        }
    }

    /** Writes where the quota leaves room. A hole counts like the bytes that could fill it. */
    synchronized int write(FileChannel file, ByteBuffer bytes) throws IOException {
        long growth = file.position() + bytes.remaining() - file.size();
        if (growth > quota - used) {
            refuse("its quota of " + quota + " bytes is used up", "The quota is used up.");
        }
        used += Math.max(0, growth);
        return file.write(bytes);
    }

    private void refuse(String fact, String answer) throws SftpException {
        refusals.tell(Refusals.Kind.QUOTA, "An upload was refused: " + fact + ".");
        throw new SftpException(SftpConstants.SSH_FX_FAILURE, answer);
    }
}
