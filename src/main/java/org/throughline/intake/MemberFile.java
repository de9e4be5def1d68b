package org.throughline.intake;

import java.util.OptionalLong;
import org.throughline.format.ByteSource;

/**
 * A file inside a submission: a member of a bundle, a kind of record, or the one plain file.
 *
 * @param counted how many records it holds, where that is known before it is read
 */
record MemberFile(String name, ByteSource bytes, OptionalLong counted) {

    MemberFile(String name, ByteSource bytes) {
        this(name, bytes, OptionalLong.empty());
    }
}
