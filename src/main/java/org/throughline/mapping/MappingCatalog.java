package org.throughline.mapping;

import java.util.List;
import java.util.Optional;

/** Where mappings are found by their id. */
public interface MappingCatalog {

    /** The text of the mapping with this id ({@code harborlight/fps-participants}, {@code hud-hmis-2026}) and all it refers to. */
    Optional<MappingSource> find(String id);

    /** The ids of all mappings, in alphabetical order. */
    List<String> ids();
}
