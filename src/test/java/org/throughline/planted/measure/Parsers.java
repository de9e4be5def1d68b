package org.throughline.planted.measure;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.networknt.schema.SchemaRegistry;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.snakeyaml.engine.v2.nodes.Node;
import tools.jackson.databind.JsonNode;

/** Knows parsers where no parser belongs. */
final class Parsers {
    Node yaml;
    JsonNode json;
    JsonProperty property;
    SchemaRegistry schema;
    CsvRecord row;
}
