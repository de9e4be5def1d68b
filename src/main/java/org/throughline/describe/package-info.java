/**
 * Describes what a mapping agrees with its sender, for others to read: a Frictionless data package, a data contract, a page for
 * the provider. Everything comes from the compiled mapping. Entry types {@link org.throughline.describe.DataPackage},
 * {@link org.throughline.describe.DataContract} and {@link org.throughline.describe.ProviderPage}. Depends on mapping.
 */
package org.throughline.describe;
