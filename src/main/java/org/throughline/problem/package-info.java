/**
 * What is wrong, where, how bad, and what to do about it: problems are values that travel to whoever can mend them. Entry
 * type {@link org.throughline.problem.Problem}. Depends on the JDK only. No method takes or returns null unless it says so.
 */
package org.throughline.problem;
