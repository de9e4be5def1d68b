package org.throughline.route;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystem;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server that lists names of its own choosing instead of the true ones, and keeps what it is asked for. */
final class LyingServer extends SftpSubsystemFactory {
    private final Map<String, String> lies;
    final List<String> touched = Collections.synchronizedList(new ArrayList<>());

    /**
     * A liar.
     *
     * @param lies true name to listed name
     */
    LyingServer(Map<String, String> lies) {
        this.lies = lies;
        addSftpEventListener(new Touches());
    }

    @Override
    public Command createSubsystem(ChannelSession channel) throws IOException {
        SftpSubsystem liar = new Liar(channel);
        getRegisteredListeners().forEach(liar::addSftpEventListener);
        return liar;
    }

    private final class Liar extends SftpSubsystem {
        Liar(ChannelSession channel) {
            super(channel, LyingServer.this);
        }

        @Override
        protected void writeDirEntry(
                int id,
                DirectoryHandle folder,
                Map<String, Path> entries,
                Buffer buffer,
                int index,
                Path file,
                String name,
                LinkOption... options)
                throws IOException {
            super.writeDirEntry(id, folder, entries, buffer, index, file, lies.getOrDefault(name, name), options);
        }
    }

    private final class Touches implements SftpEventListener {
        @Override
        public void opening(ServerSession session, String remoteHandle, Handle handle) {
            if (handle instanceof FileHandle) {
                touched.add("open " + handle.getFile());
            }
        }

        @Override
        public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options) {
            touched.add("move " + from + " " + to);
        }

        @Override
        public void removing(ServerSession session, Path file, boolean isDirectory) {
            touched.add("remove " + file);
        }
    }
}
