package org.throughline.route;

import java.net.URI;
import java.util.Optional;

/** Which page of a service comes first, and which after another. */
final class HttpPaging {
    private final HttpSetting setting;
    private final KeptPages pages;

    HttpPaging(HttpSetting setting, KeptPages pages) {
        this.setting = setting;
        this.pages = pages;
    }

    /** The page that is to be fetched now. */
    URI address() {
        Optional<String> next = pages.next();
        URI first = first();
        return switch (setting.paging()) {
            case NONE -> first;
            case NEXT_LINK -> next.map(URI::create).orElse(first);
            case OFFSET -> HttpAddress.with(first, setting.text("offsetParameter", "offset"), next.orElse("0"));
            case CURSOR ->
                next.map(cursor -> HttpAddress.with(first, setting.text("cursorParameter", "cursor"), cursor))
                        .orElse(first);
        };
    }

    private URI first() {
        URI address = setting.url();
        Optional<String> since = pages.start().since();
        if (since.isPresent()) {
            address = HttpAddress.with(address, setting.text("sinceParameter", "since"), since.get());
        }
        if (setting.paging() != HttpSetting.Paging.NONE && setting.pageSize().isPresent()) {
            address = HttpAddress.with(
                    address,
                    setting.text("limitParameter", "limit"),
                    setting.pageSize().get());
        }
        return address;
    }

    /** Path at which a page of JSON names the next one. */
    String path() {
        return switch (setting.paging()) {
            case NEXT_LINK -> setting.text("nextPath", "");
            case CURSOR -> setting.text("cursorPath", "");
            case NONE, OFFSET -> "";
        };
    }

    /**
     * What is to be fetched after a page. By offset, only a page without rows is the last one: a service may give fewer rows
     * than it is asked for.
     */
    Optional<String> after(URI address, Page page, Optional<String> link, String what) throws RefusedException {
        switch (setting.paging()) {
            case NEXT_LINK:
                Optional<String> next = page.next().or(() -> HttpAddress.next(link));
                return next.isEmpty()
                        ? next
                        : Optional.of(HttpAddress.follow(address, next.get(), "The page after " + what)
                                .toString());
            case OFFSET:
                return page.count() == 0 ? Optional.empty() : Optional.of(Long.toString(pages.rows() + page.count()));
            case CURSOR:
                return page.next();
            default:
                return Optional.empty();
        }
    }
}
