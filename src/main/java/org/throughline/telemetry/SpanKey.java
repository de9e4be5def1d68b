package org.throughline.telemetry;

import io.opentelemetry.api.common.AttributeKey;

/** What a span may say. There is no other attribute, no event, and no message of an exception. */
enum SpanKey {
    /** Number of the submission. */
    SUBMISSION("throughline.submission"),
    /** The feed, as the partner files name it. */
    FEED("throughline.feed"),
    /** How the submission ended. */
    STATE("throughline.state"),
    /** What came of a delivery. */
    RESULT("throughline.result"),
    /** Simple name of the exception that ended a stage. */
    CODE("error.type");

    private final AttributeKey<String> key;

    SpanKey(String key) {
        this.key = AttributeKey.stringKey(key);
    }

    AttributeKey<String> key() {
        return key;
    }
}
