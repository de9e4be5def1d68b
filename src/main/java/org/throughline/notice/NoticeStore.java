package org.throughline.notice;

import java.time.Instant;
import java.util.Optional;

/** Where it is kept what was told to whom, so that nothing is told twice. */
public interface NoticeStore {

    /** Makes a notice of everything that contacts want to know and that happened in the two days before now. */
    void gather(Instant now);

    /** Claims the next notice after this one that is to be tried now; it is kept that it is being tried. */
    Optional<Notice> claim(long after, Instant now);

    /** The mail server took a notice. */
    void sent(long notice, Instant at);

    /** A notice could not be sent; it is tried again later. */
    void failed(long notice);
}
