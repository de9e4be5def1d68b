package org.throughline.format.xlsx;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.throughline.problem.ProblemCode;

/**
 * Tells the older container of Microsoft Office from a workbook: it holds a workbook of before 2007, or one that a password
 * protects.
 */
final class FirstBytes {
    private static final byte[] CONTAINER = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(UTF_16LE);
    private static final int BUFFER = 1 << 16;

    private final FileChannel file;
    private final Refusal refusal;

    FirstBytes(FileChannel file, Refusal refusal) {
        this.file = file;
        this.refusal = refusal;
    }

    /** Returns where the file may be a workbook. */
    void check() throws IOException {
        if (file.size() == 0) {
            throw refusal.of(ProblemCode.HEADER_MISSING, "The file is empty.");
        }
        if (!startsAsContainer()) {
            return;
        }
        if (holdsEncryptedPackage()) {
            throw refusal.of(ProblemCode.WORKBOOK_PROTECTED, "The workbook is protected by a password.");
        }
        throw refusal.of(
                ProblemCode.WORKBOOK_OLD,
                "The file is a workbook of Excel 97 to 2003 (.xls); expected is an Excel workbook (.xlsx).");
    }

    private boolean startsAsContainer() throws IOException {
        byte[] start = new byte[CONTAINER.length];
        int count = file.read(ByteBuffer.wrap(start), 0);
        return count == start.length && Arrays.equals(start, CONTAINER);
    }

    private boolean holdsEncryptedPackage() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (long at = 0; at < file.size(); at += BUFFER - ENCRYPTED.length) {
            buffer.clear();
            file.read(buffer, at);
            if (holds(buffer.array(), buffer.position())) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(byte[] bytes, int length) {
        for (int at = 0; at + ENCRYPTED.length <= length; at++) {
            if (bytes[at] == ENCRYPTED[0]
                    && Arrays.equals(bytes, at, at + ENCRYPTED.length, ENCRYPTED, 0, ENCRYPTED.length)) {
                return true;
            }
        }
        return false;
    }
}
