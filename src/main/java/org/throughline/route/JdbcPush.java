package org.throughline.route;

import java.util.Map;
import java.util.Set;
import org.apache.camel.Processor;
import org.throughline.intake.Channel;
import org.throughline.intake.ChannelUse;

/** Writes the rows of outcome files into a partner's table. */
final class JdbcPush implements ChannelKind {

    @Override
    public String route() {
        return "jdbc-push";
    }

    @Override
    public ChannelUse use() {
        return ChannelUse.DELIVER;
    }

    @Override
    public Set<String> reads() {
        return Set.of("url", "user", "passwordFile", "table", "key", "columns", "timeoutSeconds");
    }

    @Override
    public OpenChannel open(Channel channel, ChannelParts parts) {
        JdbcPushing pushing = new JdbcPushing(channel, parts);
        Processor receiver = exchange ->
                exchange.getMessage().setBody(pushing.write(exchange.getIn().getBody(Parcel.class)));
        parts.route(channel, Map.of("entrance", ChannelParts.routeId(channel)), Map.of("receiver", receiver));
        return pushing;
    }
}
