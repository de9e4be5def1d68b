package org.throughline.intake;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How far channels were read. A mark is kept only after what was read up to it is kept as a submission. */
public interface ChannelMarks {

    /** The mark, where one was kept under the channel's present settings. */
    Optional<String> mark(Channel channel);

    /** Keeps a mark under the channel's present settings. */
    void keep(Channel channel, String mark);

    /**
     * True where the channel's last pull under its present settings brought no rows, in these bytes; it is then noted that it
     * was read now, and nothing need be submitted.
     */
    boolean nothingNew(Channel channel, String sha256);

    /** Notes that a pull is kept as a submission; its bytes where it brought no rows. */
    void submitted(Channel channel, Optional<String> emptySha256);

    /** When a whole pull under the channel's present settings ended last, where that was noted. */
    Optional<Instant> readAt(Channel channel);

    /** Marks that last as long as the process: every start reads from the beginning, which loses nothing. */
    static ChannelMarks forgetful() {
        Map<String, String> marks = new ConcurrentHashMap<>();
        Map<String, String> nothing = new ConcurrentHashMap<>();
        return new ChannelMarks() {
            @Override
            public Optional<String> mark(Channel channel) {
                return Optional.ofNullable(marks.get(channel.id() + channel.settingsSha256()));
            }

            @Override
            public void keep(Channel channel, String mark) {
                marks.put(channel.id() + channel.settingsSha256(), mark);
            }

            @Override
            public Optional<Instant> readAt(Channel channel) {
                return Optional.empty();
            }

            @Override
            public boolean nothingNew(Channel channel, String sha256) {
                return sha256.equals(nothing.get(channel.id() + channel.settingsSha256()));
            }

            @Override
            public void submitted(Channel channel, Optional<String> emptySha256) {
                nothing.remove(channel.id() + channel.settingsSha256());
                emptySha256.ifPresent(sha256 -> nothing.put(channel.id() + channel.settingsSha256(), sha256));
            }
        };
    }
}
