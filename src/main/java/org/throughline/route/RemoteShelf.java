package org.throughline.route;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;

/** A folder at an SFTP server, over the connection of the pull that is under way. */
final class RemoteShelf implements Shelf {
    private final GenericFileOperations<Object> operations;
    private final GenericFileEndpoint<Object> endpoint;

    RemoteShelf(GenericFileOperations<Object> operations, GenericFileEndpoint<Object> endpoint) {
        this.operations = operations;
        this.endpoint = endpoint;
    }

    @Override
    public Map<String, Long> list(String folder) {
        Map<String, Long> sizes = new TreeMap<>();
        for (Object entry : operations.listFiles(folder)) {
            if (entry instanceof SftpRemoteFile<?> file && !file.isDirectory()) {
                sizes.put(file.getFilename(), file.getFileLength());
            }
        }
        return sizes;
    }

    @Override
    public String text(String path) throws IOException {
        Exchange scratch = endpoint.createExchange();
        GenericFile<Object> target = operations.newGenericFile();
        scratch.setProperty(ExchangePropertyKey.FILE_EXCHANGE_FILE, target);
        operations.retrieveFile(path, scratch, -1);
        try (InputStream text =
                scratch.getContext().getTypeConverter().mandatoryConvertTo(InputStream.class, target.getBody())) {
            return new String(text.readNBytes(SMALL), StandardCharsets.UTF_8);
        } catch (NoTypeConversionAvailableException impossible) {
            throw new IllegalStateException("The SFTP endpoint gives no stream.", impossible);
        }
    }

    @Override
    public void makeFolder(String folder) {
        operations.buildDirectory(folder, folder.startsWith("/"));
    }

    @Override
    public void move(String path, String folder, String name) {
        operations.renameFile(path, folder + "/" + name);
    }

    /** To ask for it would cost a listing of the whole folder for each file. */
    @Override
    public Optional<String> version(String path) {
        return Optional.empty();
    }

    @Override
    public void leave() {
        try {
            ((RemoteFileOperations<?>) (Object) operations).forceDisconnect();
        } catch (GenericFileOperationFailedException gone) {
            // The connection is let go anyway.
        }
    }
}
