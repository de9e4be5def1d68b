/**
 * The text of mapping files as trees that know file, line and column, so that every finding can point at its place. Entry types
 * {@link org.throughline.mapping.yaml.YamlText} and {@link org.throughline.mapping.yaml.Section}. Depends on nothing else of the
 * hub; the only package of the mapping language that knows the YAML parser.
 */
package org.throughline.mapping.yaml;
