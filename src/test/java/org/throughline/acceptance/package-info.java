/**
 * Real and hostile input through the whole intake: what the hub promises a sender, asserted with figures. Nothing here is an
 * entry type. Depends on everything.
 */
package org.throughline.acceptance;
