/**
 * What operators see of a running hub: metrics, traces and health, without any value of a file. Entry type
 * {@link org.throughline.telemetry.Telemetry}. The only package that knows Micrometer and OpenTelemetry; loaded by a hub that
 * serves, never by a short command. Depends on intake only. No null goes in or out.
 */
package org.throughline.telemetry;
