/**
 * FHIR R4 in JSON: bundles, and NDJSON of bulk exports. Resources are the records, their types the kinds, FHIR paths the
 * columns; every resource is held against R4 by HAPI. Entry types {@link org.throughline.format.fhir.FhirKinds} and
 * {@link org.throughline.format.fhir.FhirFormat}. Depends on format, problem, Jackson's streaming parser and HAPI FHIR.
 */
package org.throughline.format.fhir;
