package org.throughline.profile;

import java.util.Optional;
import java.util.regex.Pattern;

/** Files of which no draft can be made, and what to do instead. */
final class Unsupported {
    private static final Pattern HL7 = Pattern.compile("(?s)^[\\x0B\\s\u00EF\u00BB\u00BF]*(MSH|FHS|BHS)[|^~&].*");
    private static final Pattern FHIR = Pattern.compile("(?s)^\\s*\\{.{0,400}?\"resourceType\"\\s*:.*");

    private Unsupported() {}

    static boolean isArchive(String start) {
        return start.startsWith("PK") && !start.contains("xl/") && !start.contains("[Content_Types].xml");
    }

    /** Why not; empty where a draft can be made. */
    static Optional<String> reason(String start) {
        if (isArchive(start)) {
            return Optional.of(
                    "The sample is an archive. Unpack it and let suggest read its files one by one; feed.yaml of a"
                            + " bundle then lists them (docs/mapping-language.md, Bases and bundles).");
        }
        if (start.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return Optional.of(
                    "The sample is a workbook of Excel before 2007 (.xls), or one with a password. Ask the sender"
                            + " for .xlsx or CSV.");
        }
        if (start.startsWith("-----BEGIN PGP") || start.startsWith("\u0085") || start.startsWith("\u0084")) {
            return Optional.of("The sample is encrypted; decrypt it first.");
        }
        if (start.startsWith("%PDF")) {
            return Optional.of("The sample is a PDF, which the hub does not read. Ask the sender for CSV or .xlsx.");
        }
        if (HL7.matcher(start).matches()) {
            return Optional.of(
                    "The sample is HL7 version 2. Begin with the ready-made mappings hl7-adt, hl7-hospital or"
                            + " hl7-ref, which a sender's own file extends.");
        }
        return FHIR.matcher(start).matches()
                ? Optional.of("The sample is FHIR. Begin with the ready-made mapping fhir-r4.")
                : Optional.empty();
    }
}
