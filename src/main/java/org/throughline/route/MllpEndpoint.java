package org.throughline.route;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLServerSocket;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** A port on which HL7 messages arrive, as a route states it. Camel sets what the route says by the setters. */
public final class MllpEndpoint extends DefaultEndpoint {
    private String host = "0.0.0.0";
    private int port;
    private long longestMessage = 16_000_000;
    private int messageSeconds = 60;
    private int idleSeconds = 3600;
    private int connections = 20;
    private String certificate = "";
    private String key = "";
    private String authorities = "";
    private MllpDesk desk;

    MllpEndpoint(String uri, MllpComponent component) {
        super(uri, component);
    }

    public void setHost(String host) {
        this.host = host;
    }

    public void setPort(int port) {
        this.port = port;
    }

    public void setLongestMessage(long longestMessage) {
        this.longestMessage = longestMessage;
    }

    public void setMessageSeconds(int messageSeconds) {
        this.messageSeconds = messageSeconds;
    }

    public void setIdleSeconds(int idleSeconds) {
        this.idleSeconds = idleSeconds;
    }

    public void setConnections(int connections) {
        this.connections = connections;
    }

    public void setCertificate(String certificate) {
        this.certificate = certificate;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public void setAuthorities(String authorities) {
        this.authorities = authorities;
    }

    public void setDesk(MllpDesk desk) {
        this.desk = desk;
    }

    MllpDesk desk() {
        return desk;
    }

    /** Opens the port; messages go to this peer. */
    MllpListener listen(MllpListener.Peer peer) throws IOException {
        MllpLimits limits = new MllpLimits(
                longestMessage, Duration.ofSeconds(messageSeconds), Duration.ofSeconds(idleSeconds), connections);
        return new MllpListener(
                server(), MllpListener.address(host, port), limits, new MllpListener.Place(desk::file, peer));
    }

    private ServerSocket server() throws IOException {
        if (certificate.isEmpty()) {
            return new ServerSocket();
        }
        Optional<Path> trusted = authorities.isEmpty() ? Optional.empty() : Optional.of(Path.of(authorities));
        SSLServerSocket server = (SSLServerSocket) new PemFiles(Path.of(certificate), Path.of(key), trusted)
                .context()
                .getServerSocketFactory()
                .createServerSocket();
        server.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        server.setNeedClientAuth(trusted.isPresent());
        return server;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("The hub sends no HL7 messages by this endpoint.");
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        MllpConsumer consumer = new MllpConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public boolean isSingleton() {
        return true;
    }
}
