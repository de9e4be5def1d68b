/**
 * HTTP: partners upload files and fetch receipts, each with its own token. Entry type {@link org.throughline.web.WebServer}.
 * The only package that knows Spring; Spring knows the hub here, and the hub does not know Spring. Depends on route, intake
 * and problem. No null goes in or out.
 */
package org.throughline.web;
