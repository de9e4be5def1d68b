/**
 * Outcome measures: from stays and events of joint clients to the one status of every index event. Entry type
 * {@link org.throughline.measure.MeasureRun}; records come through {@link org.throughline.measure.MeasureRecords}. Depends on
 * problem and canonical. No null goes in or out of public methods.
 */
package org.throughline.measure;
