/**
 * One night: takes in what the partners laid down, tells them what became of it, links, measures, releases, delivers and reads
 * their answers. Entry type {@link org.throughline.night.Night}. Ties the use cases together and decides nothing itself.
 */
package org.throughline.night;
