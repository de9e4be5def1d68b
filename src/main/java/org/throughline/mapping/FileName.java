package org.throughline.mapping;

import java.util.Map;
import java.util.Optional;

/** Tells whether a file's name belongs to a feed, and what the name says. */
@FunctionalInterface
public interface FileName {

    /** The named captures, or empty where the name does not belong to the feed. A feed that names no pattern takes any name. */
    Optional<Map<String, String>> captures(String fileName);
}
