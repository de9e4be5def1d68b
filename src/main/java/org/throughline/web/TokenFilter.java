package org.throughline.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import org.throughline.intake.UploadTokens;

/** Tells by its token which partner speaks. A token is held against every hash, in a time that says nothing about them. */
final class TokenFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final UploadTokens tokens;
    private final RateLimit perPartner;
    private final RateLimit perStranger;

    TokenFilter(UploadTokens tokens, WebSetting.Limits limits) {
        this.tokens = tokens;
        this.perPartner = new RateLimit(limits.requests());
        this.perStranger = new RateLimit(limits.wrong());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().equals("/health")) {
            chain.doFilter(request, response);
            return;
        }
        Optional<String> sender = sender(request);
        if (sender.isEmpty()) {
            boolean patient = perStranger.allows(request.getRemoteAddr());
            Answer.write(response, patient ? HttpStatus.UNAUTHORIZED : HttpStatus.TOO_MANY_REQUESTS);
        } else if (perPartner.allows(sender.get())) {
            SecurityContextHolder.getContext()
                    .setAuthentication(new PreAuthenticatedAuthenticationToken(sender.get(), "", List.of()));
            chain.doFilter(request, response);
        } else {
            Answer.write(response, HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    private Optional<String> sender(HttpServletRequest request) {
        String header = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .orElse("");
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        byte[] given =
                UploadTokens.sha256(header.substring(BEARER.length()).strip()).getBytes(StandardCharsets.US_ASCII);
        Optional<String> found = Optional.empty();
        for (Map.Entry<String, String> token : tokens.senders().entrySet()) {
            if (MessageDigest.isEqual(given, token.getKey().getBytes(StandardCharsets.US_ASCII))) {
                found = Optional.of(token.getValue());
            }
        }
        return found;
    }
}
