package org.throughline.demo.peer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A hospital's interface engine, played in this process: sends HL7 messages over one MLLP connection, one after the other. */
public final class MllpPeer {
    private static final int START = 0x0B;
    private static final int END = 0x1C;
    private static final int RETURN = 0x0D;
    private static final int PATIENCE = 60_000;

    private MllpPeer() {}

    /** Sends the messages in order, each after the acknowledgement of the one before; returns the codes of MSA-1. */
    public static List<String> send(int port, List<String> messages) {
        List<String> codes = new ArrayList<>();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            OutputStream out = socket.getOutputStream();
            for (String message : messages) {
                out.write(START);
                out.write(message.getBytes(StandardCharsets.UTF_8));
                out.write(END);
                out.write(RETURN);
                out.flush();
                codes.add(code(acknowledgement(socket.getInputStream())));
            }
            return codes;
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's hospital cannot reach the hub over MLLP.", e);
        }
    }

    private static String acknowledgement(InputStream in) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int next = in.read();
        while (next != END && next >= 0) {
            text.write(next);
            next = in.read();
        }
        in.read();
        return text.toString(StandardCharsets.UTF_8);
    }

    private static String code(String acknowledgement) {
        for (String segment : acknowledgement.split("\r")) {
            if (segment.startsWith("MSA|")) {
                return segment.split("\\|", -1)[1];
            }
        }
        return "none";
    }
}
