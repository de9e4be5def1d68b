/**
 * Tests that keep the house in order: architecture, style, launcher, documentation. They look at the whole project
 * and know no part of it by its workings.
 */
package org.throughline.house;
