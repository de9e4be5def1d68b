package org.throughline.route;

import java.util.Map;
import java.util.Set;
import org.apache.camel.Processor;
import org.throughline.intake.Channel;
import org.throughline.intake.ChannelUse;

/** Pulls rows out of a database with one query. */
final class JdbcPull implements ChannelKind {

    @Override
    public String route() {
        return "jdbc-pull";
    }

    @Override
    public ChannelUse use() {
        return ChannelUse.PULL;
    }

    @Override
    public Set<String> reads() {
        return Set.of(
                "url",
                "user",
                "passwordFile",
                "query",
                "queryFile",
                "watermarkColumn",
                "watermarkStart",
                "overlap",
                "fetchSize",
                "timeoutSeconds");
    }

    @Override
    public OpenChannel open(Channel channel, ChannelParts parts) {
        JdbcPulling pulling = new JdbcPulling(channel, JdbcQuery.of(channel), parts);
        Processor receiver = exchange -> exchange.getMessage().setBody(pulling.read());
        parts.route(channel, Map.of("entrance", ChannelParts.routeId(channel)), Map.of("receiver", receiver));
        return pulling;
    }
}
