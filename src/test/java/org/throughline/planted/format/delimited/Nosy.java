package org.throughline.planted.format.delimited;

import org.throughline.planted.format.zip.Member;

/** Knows another format. */
final class Nosy {
    Member member;
}
