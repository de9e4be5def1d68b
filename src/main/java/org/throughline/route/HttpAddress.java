package org.throughline.route;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.problem.ProblemCode;

/** Addresses of one HTTP service: the hub follows it anywhere on its own host, and nowhere else. */
final class HttpAddress {
    private static final Pattern LINK =
            Pattern.compile("<([^<>]*)>\\s*;[^<]*?\\brel\\s*=\\s*(?:\"[^\"]*\\bnext\\b[^\"]*\"|next\\b)");

    private HttpAddress() {}

    /** The address with one more parameter. */
    static URI with(URI address, String name, String value) {
        String pair = URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8);
        String text = withoutQuery(address);
        String query = address.getRawQuery() == null ? pair : address.getRawQuery() + "&" + pair;
        return URI.create(text + "?" + query);
    }

    /** What may be told of an address to Camel, which shows the query nowhere. */
    static String withoutQuery(URI address) {
        String text = address.toString();
        int end = text.indexOf('?') >= 0 ? text.indexOf('?') : text.indexOf('#');
        return end < 0 ? text : text.substring(0, end);
    }

    /** Where a Link header says that the next page is (RFC 8288). */
    static Optional<String> next(Optional<String> link) {
        return link.map(LINK::matcher).filter(Matcher::find).map(found -> found.group(1));
    }

    /** Where a service sends the hub on to, seen from where it is: on the same host, and never from https to http. */
    static URI follow(URI from, String to, String who) throws RefusedException {
        URI target;
        try {
            target = from.resolve(new URI(to.strip()));
        } catch (URISyntaxException | IllegalArgumentException unfit) {
            throw refused(who, "something that is no address");
        }
        String scheme = Optional.ofNullable(target.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw refused(who, "an address that is neither http nor https");
        }
        if (from.getScheme().equalsIgnoreCase("https") && scheme.equals("http")) {
            throw refused(who, "an address without encryption");
        }
        if (!sameHost(from, target)) {
            throw refused(who, "another host");
        }
        return target;
    }

    /** True at the same port as well; both at the port of their scheme is the same, where http becomes https. */
    private static boolean sameHost(URI from, URI target) {
        boolean upgrade =
                !from.getScheme().equalsIgnoreCase(target.getScheme()) && target.getPort() < 0 && from.getPort() < 0;
        return target.getHost() != null
                && target.getHost().equalsIgnoreCase(from.getHost())
                && (target.getPort() == from.getPort() || upgrade)
                && target.getRawUserInfo() == null;
    }

    private static RefusedException refused(String who, String where) {
        return new RefusedException(
                ProblemCode.HTTP_REDIRECT_REFUSED,
                who + " is sent on to " + where + "; the hub does not go there.",
                false);
    }
}
