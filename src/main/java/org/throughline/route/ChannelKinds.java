package org.throughline.route;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.intake.ChannelUse;

/** The transports that channels may use. A new one is a class here and a template in routes/. */
public final class ChannelKinds {
    static final List<ChannelKind> ALL = List.of(new HttpPull(), new JdbcPull(), new JdbcPush(), new MllpChannel());

    private ChannelKinds() {}

    /** What channels of each template are for, by the template's name. */
    public static Map<String, ChannelUse> uses() {
        Map<String, ChannelUse> uses = new TreeMap<>();
        ALL.forEach(kind -> uses.put(kind.route(), kind.use()));
        return uses;
    }
}
