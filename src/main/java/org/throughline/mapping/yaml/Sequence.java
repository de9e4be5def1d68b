package org.throughline.mapping.yaml;

import java.util.List;

/** A list in the order of its file. */
public record Sequence(Mark mark, List<Tree> items) implements Tree {

    public Sequence {
        items = List.copyOf(items);
    }
}
