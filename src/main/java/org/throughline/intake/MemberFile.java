package org.throughline.intake;

import org.throughline.format.ByteSource;

/** A file inside a submission: a member of a bundle, or the one plain file. */
record MemberFile(String name, ByteSource bytes) {}
