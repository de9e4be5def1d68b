package org.throughline.telemetry;

import java.util.List;
import java.util.function.Supplier;

/**
 * What the monitoring door tells.
 *
 * @param metrics all figures as Prometheus reads them
 * @param alive how the process stands, whatever its database does
 * @param ready whether the hub can work
 */
public record Monitor(Supplier<String> metrics, Supplier<List<Finding>> alive, Supplier<List<Finding>> ready) {}
