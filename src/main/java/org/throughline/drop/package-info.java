/**
 * The hub's own SFTP server, where partners without a server of their own drop and fetch files. Entry type
 * {@link org.throughline.drop.DropServer}. Each partner sees one home of five folders and nothing else; the routes take and
 * deliver there as in any folder. Depends on route, intake and problem. No null goes in or out.
 */
package org.throughline.drop;
