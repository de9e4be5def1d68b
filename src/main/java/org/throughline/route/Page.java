package org.throughline.route;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One page of a pull, its rows as the submission will hold them.
 *
 * @param next address, path or cursor of the next page, as the page itself names it
 */
record Page(Path rows, long count, Optional<String> next) {}
