/**
 * Which client records of different senders are the same person, and why. Entry type
 * {@link org.throughline.linkage.LinkageRun}; the rules stand behind {@link org.throughline.linkage.LinkageEngine}, which knows
 * no database. Depends on audit, problem and canonical. No null goes in or out of public methods.
 */
package org.throughline.linkage;
