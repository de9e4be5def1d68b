package org.throughline.route;

import java.util.Set;
import org.throughline.intake.Channel;
import org.throughline.intake.ChannelUse;

/** Pulls rows from an HTTP service, page by page. */
final class HttpPull implements ChannelKind {

    @Override
    public String route() {
        return "http-pull";
    }

    @Override
    public ChannelUse use() {
        return ChannelUse.PULL;
    }

    @Override
    public Set<String> reads() {
        return Set.of(
                "url",
                "format",
                "paging",
                "rowsPath",
                "nextPath",
                "cursorPath",
                "cursorParameter",
                "offsetParameter",
                "limitParameter",
                "pageSize",
                "sinceParameter",
                "overlap",
                "tokenFile",
                "tokenUrl",
                "clientId",
                "clientSecretFile",
                "scope",
                "attempts",
                "timeoutSeconds",
                "maxPages",
                "maxPageMegabytes");
    }

    @Override
    public OpenChannel open(Channel channel, ChannelParts parts) {
        HttpSetting setting = HttpSetting.of(channel);
        return new HttpPulling(setting, parts, new HttpDoor(parts, setting));
    }
}
