package org.throughline.night;

/** Told what a night is doing, for whoever watches it. */
public interface NightWatcher {

    /** A step begins, in a few words. */
    void step(String words);

    /** A long file is read: so many records of this member so far. */
    void records(String member, long records);

    /** Nobody watches. */
    static NightWatcher nobody() {
        return new NightWatcher() {
            @Override
            public void step(String words) {}

            @Override
            public void records(String member, long records) {}
        };
    }
}
