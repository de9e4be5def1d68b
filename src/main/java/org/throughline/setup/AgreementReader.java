package org.throughline.setup;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.release.OutcomeFormat;

/** Reads {@code mappings/agreements/*.yaml}. */
final class AgreementReader {
    private final Collection<String> partners;
    private final Findings findings;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, String> formats = new HashMap<>();

    /** Agreements between these partners. */
    AgreementReader(Collection<String> partners, Findings findings) {
        this.partners = partners;
        this.findings = findings;
    }

    Optional<Agreement> read(SetupFile file) {
        return SetupNode.read(file.name(), file.text(), findings).map(top -> agreement(file, top));
    }

    private Agreement agreement(SetupFile file, SetupNode top) {
        String id = top.required("agreement");
        if (!seen.add(id)) {
            top.find("agreement", "The agreement " + id + " stands in another file too. Keep one of them.");
        }
        LocalDate from = Words.day(top, "effective_from");
        Optional<LocalDate> to = Words.dayIfAny(top, "effective_to");
        Optional<LocalDate> terminated = Words.dayIfAny(top, "terminated_on");
        Words.inOrder(top, from, "effective_to", to);
        Agreement agreement = new Agreement(
                id,
                top.required("title"),
                partner(top, "discloser"),
                partner(top, "recipient"),
                top.required("purpose"),
                Words.day(top, "signed_on"),
                from,
                to,
                terminated,
                outcomeFormat(top),
                top.required("legal_basis"),
                file.sha256());
        top.finish();
        return agreement;
    }

    /** A recipient gets one file from all its disclosers, and so one format. */
    private String outcomeFormat(SetupNode top) {
        String format = top.word("outcome_format", OutcomeFormat.words()).orElse(OutcomeFormat.CSV.word());
        String recipient = top.text("recipient").orElse("");
        String before = formats.putIfAbsent(recipient, format);
        if (before != null && !before.equals(format)) {
            top.find(
                    "outcome_format",
                    "Another agreement with " + recipient + " asks for outcome files as " + before + ", this one as "
                            + format + ". Give both the same outcome_format.");
        }
        return format;
    }

    private String partner(SetupNode top, String key) {
        String name = top.required(key);
        top.mustBeAmong(key, partners, name, "partner");
        return name;
    }
}
