/**
 * The mapping language: compiles the files under mappings/ and turns source records into canonical records and problems. Pure
 * Java: no Camel, Spring or database. Entry types {@link org.throughline.mapping.MappingCompiler} and
 * {@link org.throughline.mapping.Mapping}. Depends on format, problem and canonical.
 */
package org.throughline.mapping;
