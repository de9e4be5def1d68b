package org.throughline.setup;

import java.util.Optional;

/**
 * A parameter that a route template declares.
 *
 * @param form what its value may be; empty where the description does not end with a known form
 */
public record RouteParameter(String name, String description, boolean required, Optional<ParameterForm> form) {}
