/**
 * The demo: the partners' side of an exchange, played in this process with synthetic data. Entry type
 * {@link org.throughline.demo.PartnerServer}; stands at the top, beside HubMain, and may know everything. No null goes in or
 * out.
 */
package org.throughline.demo;
