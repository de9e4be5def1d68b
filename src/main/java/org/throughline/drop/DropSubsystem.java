package org.throughline.drop;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpSubsystem;
import org.apache.sshd.sftp.server.SftpSubsystemConfigurator;

/**
 * SFTP as the drop server speaks it: version 3 without extensions, and of that what uploads and downloads need. Every path of
 * every request goes through the partner's home first.
 */
final class DropSubsystem extends SftpSubsystem {
    private static final Set<Integer> SPOKEN = Set.of(
            SftpConstants.SSH_FXP_INIT,
            SftpConstants.SSH_FXP_OPEN,
            SftpConstants.SSH_FXP_CLOSE,
            SftpConstants.SSH_FXP_READ,
            SftpConstants.SSH_FXP_WRITE,
            SftpConstants.SSH_FXP_LSTAT,
            SftpConstants.SSH_FXP_FSTAT,
            SftpConstants.SSH_FXP_SETSTAT,
            SftpConstants.SSH_FXP_FSETSTAT,
            SftpConstants.SSH_FXP_OPENDIR,
            SftpConstants.SSH_FXP_READDIR,
            SftpConstants.SSH_FXP_REMOVE,
            SftpConstants.SSH_FXP_REALPATH,
            SftpConstants.SSH_FXP_STAT,
            SftpConstants.SSH_FXP_RENAME);
    private static final Set<Integer> LINKS = Set.of(SftpConstants.SSH_FXP_SYMLINK, SftpConstants.SSH_FXP_LINK);

    private final DropHome home;

    DropSubsystem(ChannelSession channel, SftpSubsystemConfigurator configurator, DropHome home) {
        super(channel, configurator);
        this.home = home;
    }

    @Override
    protected void doProcess(Buffer buffer, int length, int type, int id) throws IOException {
        if (SPOKEN.contains(type)) {
            super.doProcess(buffer, length, type, id);
        } else {
            String answer = LINKS.contains(type) ? home.link().getMessage() : "This is not done here.";
            int status =
                    LINKS.contains(type) ? SftpConstants.SSH_FX_PERMISSION_DENIED : SftpConstants.SSH_FX_OP_UNSUPPORTED;
            sendStatus(prepareReply(buffer), id, status, answer);
        }
    }

    @Override
    protected Path resolveFile(String path) throws IOException {
        return super.resolveFile(home.place(path).text());
    }

    @Override
    protected String doOpen(int id, String path, int flags, int access, Map<String, Object> attributes)
            throws IOException {
        DropPath place = home.place(path);
        if (!FileHandle.getOpenOptions(flags, access).equals(Set.of(StandardOpenOption.READ))) {
            home.checkWrite(place);
        }
        return super.doOpen(id, path, flags, access, Map.of());
    }

    @Override
    protected void doRemoveFile(int id, String path) throws IOException {
        home.checkChange(home.place(path));
        super.doRemoveFile(id, path);
    }

    @Override
    protected void doRename(int id, String from, String to, int flags) throws IOException {
        DropPath source = home.place(from);
        DropPath target = home.place(to);
        home.checkChange(source);
        home.checkChange(target);
        if (!source.folder().equals(target.folder())) {
            throw DropHome.denied("A file is renamed in its own folder only.");
        }
        super.doRename(id, from, to, 0);
    }

    /** Clients send times and modes after an upload: they are accepted and make no difference. A size is refused. */
    @Override
    protected void doSetStat(
            int id, String path, int command, String extension, Map<String, ?> attributes, Boolean followLinks)
            throws IOException {
        home.place(path);
        refuseSize(attributes);
    }

    @Override
    protected void doFSetStat(int id, String handle, Map<String, ?> attributes) throws IOException {
        refuseSize(attributes);
    }

    private static void refuseSize(Map<String, ?> attributes) throws IOException {
        if (attributes.containsKey("size")) {
            throw DropHome.denied("A size is changed by writing only.");
        }
    }

    @Override
    protected void appendExtensions(Buffer buffer, String supportedVersions) {
        // None are spoken, so none are named.
    }
}
