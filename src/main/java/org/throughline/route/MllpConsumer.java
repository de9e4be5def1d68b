package org.throughline.route;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.throughline.problem.ProblemCode;

/** Hands every message that arrives on a port to the route, and its answer back to the peer. */
final class MllpConsumer extends DefaultConsumer implements MllpListener.Peer {
    /** Header: the file that holds the message. */
    static final String FILE = "throughline.file";

    private final MllpEndpoint endpoint;
    private Optional<MllpListener> listener = Optional.empty();

    MllpConsumer(MllpEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    public Optional<byte[]> answer(Path file, byte[] start) throws IOException {
        Exchange exchange = createExchange(false);
        try {
            createUoW(exchange);
            exchange.setPattern(ExchangePattern.InOut);
            exchange.getIn().setBody(start);
            exchange.getIn().setHeader(FILE, file);
            getProcessor().process(exchange);
            return exchange.getException() == null
                    ? Optional.ofNullable(exchange.getMessage().getBody(byte[].class))
                    : endpoint.desk().failed(start);
        } catch (Exception ours) {
            return endpoint.desk().failed(start);
        } finally {
            doneUoW(exchange);
            releaseExchange(exchange, false);
        }
    }

    @Override
    public Optional<byte[]> tooLong(byte[] start) {
        return endpoint.desk().tooLong(start);
    }

    @Override
    public void gaveUp(ProblemCode code, String fact) {
        endpoint.desk().gaveUp(code, fact);
    }

    /** The port on which it listens; 0 where it does not. */
    int port() {
        return listener.map(MllpListener::port).orElse(0);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        listener = Optional.of(endpoint.listen(this));
    }

    @Override
    protected void doStop() throws Exception {
        listener.ifPresent(MllpListener::close);
        listener = Optional.empty();
        super.doStop();
    }
}
