/**
 * The systems at the other end of the demo's lines, played in this process and on this machine only: a provider's web API, an
 * agency's database, a hospital's interface engine, a mail server. Entry type
 * {@link org.throughline.demo.peer.ApiPeer}. Knows nothing of the hub.
 */
package org.throughline.demo.peer;
