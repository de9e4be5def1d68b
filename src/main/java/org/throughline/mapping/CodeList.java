package org.throughline.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A shared code list.
 *
 * @param codes the codes in the order of the list
 * @param crosswalks by name: codes of another edition to codes of this list
 */
record CodeList(String name, Set<String> codes, Map<String, Map<String, String>> crosswalks) {

    CodeList {
        codes = Collections.unmodifiableSet(new LinkedHashSet<>(codes));
        crosswalks = Collections.unmodifiableMap(new LinkedHashMap<>(crosswalks));
    }
}
