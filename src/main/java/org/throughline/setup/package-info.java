/**
 * Set-up from reviewed files: partners, agreements and policy rules are read with their marks, checked all at once, compared
 * with what holds now, and applied. Entry type {@link org.throughline.setup.PartnerSetup}; its port is implemented in store.
 * Depends on mapping, intake, problem and audit. No method takes or returns null.
 */
package org.throughline.setup;
