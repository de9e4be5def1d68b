/**
 * The Camel side of the hub: takes partners' files from SFTP servers and folders, and delivers receipts and outcome files.
 * Entry type {@link org.throughline.route.HubRoutes}; the routes themselves stand in {@code routes/}. The only package that
 * knows Camel; depends on intake, measure, release, problem and canonical. No null goes in or out.
 */
package org.throughline.route;
