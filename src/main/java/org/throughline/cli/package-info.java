/**
 * The commands of agency IT and operators. Entry type {@link org.throughline.cli.Cli}; the hub's parts reach it through
 * {@link org.throughline.cli.Parts}. May know every use case, never store, route or demo. Alone prints, and never a stack trace.
 */
package org.throughline.cli;
