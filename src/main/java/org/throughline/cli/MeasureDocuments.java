package org.throughline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.throughline.measure.MeasureValue;
import org.throughline.measure.Status;

/** How the values of measures look, in JSON and in lines. For the hub's staff: nothing is suppressed. */
final class MeasureDocuments {

    private MeasureDocuments() {}

    static List<Map<String, Object>> documents(List<MeasureValue> values) {
        return values.stream().map(MeasureDocuments::document).toList();
    }

    private static Map<String, Object> document(MeasureValue value) {
        return Document.of("measure", value.measure().id())
                .with("version", value.measure().version())
                .with("provider", value.sender())
                .with("numerator", value.numerator())
                .with("denominator", value.denominator())
                .with("percent", value.percent())
                .with("excluded", value.count(Status.EXCLUDED))
                .with("immature", value.count(Status.IMMATURE))
                .with("unknown", value.count(Status.UNKNOWN))
                .with("population", value.population())
                .with("observed_through", value.observedThrough().map(Object::toString))
                .map();
    }

    static List<String> lines(List<MeasureValue> values) {
        List<String> lines = new ArrayList<>();
        for (MeasureValue value : values) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-31s  %-16s  %d of %d%s; %d immature, %d unknown, %d excluded",
                    value.measure().id(),
                    value.sender(),
                    value.numerator(),
                    value.denominator(),
                    value.percent().map(percent -> " (" + percent + " %)").orElse(""),
                    value.count(Status.IMMATURE),
                    value.count(Status.UNKNOWN),
                    value.count(Status.EXCLUDED)));
        }
        return lines;
    }
}
