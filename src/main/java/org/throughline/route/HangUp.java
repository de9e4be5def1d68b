package org.throughline.route;

import java.io.IOException;
import java.util.Optional;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/**
 * Hangs up on a web service while its answer is coming. The client itself would read an answer to its end before it lets go of the
 * connection, and an answer that never ends holds it for good.
 */
final class HangUp implements ExecChainHandler {
    private volatile Optional<ExecRuntime> call = Optional.empty();

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        call = Optional.of(scope.execRuntime);
        return chain.proceed(request, scope);
    }

    /** Hangs up; what is read from the answer after this fails. */
    void now() {
        call.ifPresent(ExecRuntime::discardEndpoint);
    }
}
