package org.throughline.drop;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import org.apache.sshd.sftp.common.SftpException;
import org.apache.sshd.sftp.server.SftpErrorStatusDataHandler;
import org.apache.sshd.sftp.server.SftpSubsystemEnvironment;

/** What a partner is told when something fails: our own words, and never a path or an exception of this machine. */
final class Answers implements SftpErrorStatusDataHandler {
    @Override
    public String resolveErrorMessage(
            SftpSubsystemEnvironment subsystem, int id, Throwable cause, int status, int command, Object... arguments) {
        if (cause instanceof SftpException ours) {
            return ours.getMessage();
        }
        if (cause instanceof NoSuchFileException) {
            return "There is no such file.";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "A file of this name is here already. Remove it first.";
        }
        return "This could not be done.";
    }
}
