package org.throughline.cli;

import java.util.Locale;
import java.util.Map;
import org.throughline.release.Build;
import org.throughline.release.Build.Refusal;
import org.throughline.release.OutcomeFile;

/** How outcome files look, in JSON and in lines, and how a refusal ends a command. */
final class OutcomeDocuments {

    private OutcomeDocuments() {}

    static Document document(String provider, Build build) {
        Document document = Document.of("provider", provider);
        if (build instanceof Build.Written written) {
            return document.with("result", "written").with("file", file(written.file()));
        }
        if (build instanceof Build.Unchanged unchanged) {
            return document.with("result", "unchanged").with("file", file(unchanged.latest()));
        }
        Build.Refused refused = (Build.Refused) build;
        return document.with("result", "refused")
                .with("refusal", refused.refusal().name().toLowerCase(Locale.ROOT))
                .with("message", refused.message());
    }

    static String line(String provider, Build build) {
        if (build instanceof Build.Written written) {
            return provider + ": " + written.file().name() + " is written, "
                    + Counted.of(written.file().rows(), "row") + ".";
        }
        if (build instanceof Build.Unchanged unchanged) {
            return provider + ": every row says what " + unchanged.latest().name() + " says; no new file.";
        }
        return provider + ": " + ((Build.Refused) build).message();
    }

    static ExitCode code(Build build) {
        if (!(build instanceof Build.Refused refused)) {
            return ExitCode.OK;
        }
        return switch (refused.refusal()) {
            case UNKNOWN_RECIPIENT -> ExitCode.NOT_FOUND;
            case NEVER_SET_UP, FORMATS_DIFFER, TOO_LONG -> ExitCode.REFUSED;
            case NOTHING_MEASURED, MEASURES_STALE, CLOCK_BEHIND -> ExitCode.TRY_LATER;
        };
    }

    /** A provider with whom no agreement was ever made is no failure of a sending to all. */
    static boolean isQuiet(Build build) {
        return build instanceof Build.Refused refused && refused.refusal() == Refusal.NEVER_SET_UP;
    }

    private static Map<String, Object> file(OutcomeFile file) {
        return Document.of("name", file.name())
                .with("sequence", file.sequence())
                .with("rows", file.rows())
                .with("sha256", file.sha256())
                .with("written_at", file.writtenAt().toString())
                .with("delivered_at", file.deliveredAt().map(Object::toString))
                .map();
    }
}
