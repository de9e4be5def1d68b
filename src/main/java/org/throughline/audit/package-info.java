/**
 * The ledger of administrative acts. Entry type {@link org.throughline.audit.AuditLedger}; implemented in store. Depends on the
 * JDK only.
 */
package org.throughline.audit;
