package org.throughline.drop;

import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** Opens what stands in one partner's home: plain files and the five folders, never a link, and for the hub's user alone. */
final class DropFiles implements SftpFileSystemAccessor {
    private static final FileAttribute<Set<PosixFilePermission>> OWN =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    /** What would tell a partner about this machine. */
    private static final List<String> KEPT_BACK = List.of("owner", "group", "uid", "gid", "acl", "ino", "dev", "rdev");

    private final DropHome home;

    DropFiles(DropHome home) {
        this.home = home;
    }

    @Override
    public SeekableByteChannel openFile(
            SftpSubsystemProxy subsystem,
            FileHandle handle,
            Path file,
            String name,
            Set<? extends OpenOption> options,
            FileAttribute<?>... attributes)
            throws IOException {
        Path onDisk = home.onDisk(PathRule.place(file.toString()));
        Set<OpenOption> ours = new HashSet<>(options);
        ours.add(LinkOption.NOFOLLOW_LINKS);
        if (Files.exists(onDisk, LinkOption.NOFOLLOW_LINKS)
                && !Files.isRegularFile(onDisk, LinkOption.NOFOLLOW_LINKS)) {
            throw DropHome.denied("This is no file.");
        }
        boolean writes = options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
        FileChannel opened = writes ? forWriting(onDisk, ours) : FileChannel.open(onDisk, ours);
        return new MeteredChannel(opened, home.allowance());
    }

    private FileChannel forWriting(Path onDisk, Set<OpenOption> options) throws IOException {
        home.allowance().count(home.folder(), !Files.exists(onDisk, LinkOption.NOFOLLOW_LINKS));
        FileChannel opened = FileChannel.open(onDisk, options, OWN);
        home.allowance().count(home.folder(), false);
        return opened;
    }

    @Override
    public void closeFile(
            SftpSubsystemProxy subsystem,
            FileHandle handle,
            Path file,
            String name,
            Channel channel,
            Set<? extends OpenOption> options)
            throws IOException {
        channel.close();
    }

    @Override
    public DirectoryStream<Path> openDirectory(
            SftpSubsystemProxy subsystem, DirectoryHandle handle, Path folder, String name, LinkOption... options)
            throws IOException {
        return new Listing(folder, home.onDisk(PathRule.place(folder.toString())));
    }

    @Override
    public LinkOption[] resolveFileAccessLinkOptions(
            SftpSubsystemProxy subsystem, Path file, int command, String extension, boolean followLinks) {
        return new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
    }

    @Override
    public NavigableMap<String, Object> resolveReportedFileAttributes(
            SftpSubsystemProxy subsystem,
            Path file,
            int flags,
            NavigableMap<String, Object> attributes,
            LinkOption... options) {
        NavigableMap<String, Object> told = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        told.putAll(attributes);
        KEPT_BACK.forEach(told::remove);
        return told;
    }
}
