package org.throughline.mapping;

import org.throughline.mapping.yaml.Mark;
import org.throughline.mapping.yaml.Text;

/** A text of a mapping's author and the days on which it counts. */
record DatedText(Mark mark, Text text, Span span) {}
