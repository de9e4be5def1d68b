/**
 * Nodes: processes of the hub that serve one database, and which of them serves which partner. Entry type
 * {@link org.throughline.node.Leases}. Depends on problem.
 */
package org.throughline.node;
