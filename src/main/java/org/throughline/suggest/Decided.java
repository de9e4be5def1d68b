package org.throughline.suggest;

import java.util.Optional;

/**
 * A column that the draft takes.
 *
 * @param name its field's name
 * @param reason why, without any value
 */
record Decided(Considered from, Target target, String name, String reason, Optional<CodeMatch> codes) {}
