package org.throughline.suggest;

import java.util.List;
import java.util.Map;
import org.throughline.mapping.Diagnostic;
import org.throughline.profile.SampleProfile;

/**
 * The draft of a mapping, with what it rests on.
 *
 * @param text the draft
 * @param decided column to the field it becomes, with the reason
 * @param left column to why its author must decide
 * @param open codes that its author must decide, by column
 * @param repeated records whose key stands in a record before them
 * @param problems what keeps the draft from compiling
 */
public record Suggestion(
        String id,
        String text,
        SampleProfile sample,
        Map<String, String> decided,
        Map<String, String> left,
        Map<String, String> open,
        long repeated,
        List<Diagnostic> problems) {}
