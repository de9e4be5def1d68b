package org.throughline.demo;

/** The doors that a hub holds open for a night: HTTP uploads, its own SFTP server and everything that listens. */
public interface Served extends AutoCloseable {

    /** Port of HTTP on this machine. */
    int httpPort();

    /** Port of the hub's own SFTP server on this machine. */
    int dropPort();

    /** The public key that the SFTP server shows, type and key as a known_hosts line carries them. */
    String dropHostKey();

    /** A new token with which a partner may upload files. */
    String newUploadToken(String partner);

    @Override
    void close();
}
