package org.throughline.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.throughline.audit.AuditChain;
import org.throughline.intake.Receipt;
import org.throughline.intake.SubmissionStatus;
import org.throughline.night.NightReport;
import org.throughline.problem.Problem;
import org.throughline.release.Build;
import org.throughline.release.Sent;

/** What must hold at the end of a night of the demo. */
final class DemoChecks {

    /** One check: what it asks and what it found. */
    record Finding(String check, boolean holds, String fact) {}

    private final List<Finding> findings = new ArrayList<>();

    List<Finding> all() {
        return List.copyOf(findings);
    }

    /** Every file that the partners laid down is in the hub, decided, and every record of it has one state. */
    void intake(List<String> sent, NightReport night, List<Receipt> nowReceipts) {
        Set<String> arrived = new HashSet<>();
        night.receipts().forEach(receipt -> arrived.add(receipt.feed().sender() + "/" + receipt.file()));
        List<String> missing =
                sent.stream().filter(file -> !arrived.contains(file)).toList();
        add(
                "every file is taken in",
                missing.isEmpty(),
                missing.isEmpty()
                        ? sent.size() + " of " + sent.size() + " files"
                        : "missing: " + String.join(", ", missing));
        long undecided = nowReceipts.stream()
                .filter(receipt -> receipt.status() == SubmissionStatus.RECEIVED)
                .count();
        add("every submission is decided", undecided == 0, undecided + " undecided");
        long astray = nowReceipts.stream()
                .filter(receipt -> !receipt.members().isEmpty())
                .filter(receipt -> receipt.members().stream()
                                .mapToLong(member -> member.counts().read())
                                .sum()
                        != receipt.records().read())
                .count();
        add(
                "every record has one state",
                astray == 0,
                astray == 0 ? "read equals the sum of the states" : astray + " files differ");
        add(
                "nothing went wrong on the way",
                night.events().isEmpty(),
                night.events().size() + " feed events");
    }

    /** Every message that the hospital sent was answered, and only the one of a type that nobody takes was refused. */
    void messages(List<String> acknowledgements) {
        long taken = acknowledgements.stream().filter("AA"::equals).count();
        long refused = acknowledgements.stream().filter("AR"::equals).count();
        boolean holds = acknowledgements.isEmpty() || refused == 1 && taken == acknowledgements.size() - 1;
        add("every message is acknowledged", holds, taken + " taken, " + refused + " refused");
    }

    /** The duplicates and the held files of the fixed calendar. */
    void calendar(int night, List<Receipt> receipts) {
        DemoPlan plan = DemoPlan.of(night);
        for (Receipt receipt : receipts) {
            String file = receipt.feed().sender() + "/" + receipt.file();
            if (receipt.records().read() == 0 && !plan.knows(file)) {
                continue;
            }
            String expected = plan.expected(file);
            String found = DemoPlan.words(receipt);
            if (!expected.equals(found)) {
                add("as the calendar says", false, file + " ended " + found + "; planted is " + expected);
                return;
            }
        }
        add("as the calendar says", true, "states of " + receipts.size() + " files are those that were planted");
    }

    /** Every receipt stands at its sender's account, if it has one; others were answered on the way on which they came. */
    void receipts(NightReport night, Map<String, Path> accounts) {
        List<String> missing = night.receipts().stream()
                .filter(receipt -> accounts.containsKey(receipt.feed().sender()))
                .filter(receipt ->
                        !delivered(accounts.get(receipt.feed().sender()).resolve("receipts"), receipt))
                .map(Receipt::file)
                .toList();
        add(
                "every sender has its receipts",
                missing.isEmpty(),
                missing.isEmpty()
                        ? night.receiptsDelivered() + " receipts delivered"
                        : "missing for " + String.join(", ", missing));
    }

    /** Harborlight's data desk, which asked for notices, has one for each receipt, also one told anew, and each outcome file. */
    void notices(NightReport night, List<String> mails) {
        long expected = night.receipts().stream()
                        .filter(receipt -> receipt.feed().sender().equals("harborlight"))
                        .count()
                + night.sent().stream()
                        .filter(sent -> sent.recipient().equals("harborlight"))
                        .filter(sent -> sent.build() instanceof Build.Written)
                        .count();
        add(
                "who asked for notices has them",
                mails.size() >= expected,
                mails.size() + " mails, " + expected + " awaited");
    }

    /**
     * Every outcome file that was written is delivered; what is delivered as a file is acknowledged, and what is written into
     * a table stands there.
     *
     * @param tabled rows in the table of the one provider who gets its outcomes there
     */
    void outcomes(NightReport night, int acknowledged, List<Problem> problems, long tabled) {
        List<Build.Written> builds = night.sent().stream()
                .filter(sent -> sent.build() instanceof Build.Written)
                .map(sent -> (Build.Written) sent.build())
                .toList();
        List<Build.Written> rows = builds.stream()
                .filter(build -> build.file().name().startsWith(LivePartners.TABLED + "_"))
                .toList();
        long written = builds.size();
        long expected = rows.stream().mapToLong(build -> build.file().rows()).sum();
        add(
                "every outcome row meant for a table stands there",
                tabled == expected,
                tabled + " of " + expected + " rows");
        long failed =
                night.sent().stream().filter(sent -> sent.failure().isPresent()).count();
        add("every outcome file is delivered", failed == 0, written + " written, " + failed + " not delivered");
        add(
                "every outcome file is acknowledged",
                acknowledged == written - rows.size() && problems.isEmpty(),
                acknowledged + " acknowledged, " + problems.size() + " answers with problems");
    }

    /** An outcome file names its own provider's clients only. */
    void ownClientsOnly(Map<String, Set<String>> told, Map<String, Set<String>> served, List<Sent> sent) {
        long strangers = told.entrySet().stream()
                .mapToLong(entry -> entry.getValue().stream()
                        .filter(client ->
                                !served.getOrDefault(entry.getKey(), Set.of()).contains(client))
                        .count())
                .sum();
        long clients = told.values().stream().mapToLong(Set::size).sum();
        add(
                "providers hear of their own clients only",
                strangers == 0,
                clients + " clients in the files of " + sent.size() + " providers, " + strangers
                        + " of them not served there");
    }

    /** Nobody changed the audit ledger. */
    void audit(AuditChain.Verdict verdict) {
        add("the audit ledger holds", verdict.holds(), verdict.entries() + " entries");
    }

    private static boolean delivered(Path folder, Receipt receipt) {
        Pattern name = Pattern.compile(
                receipt.submission() + "(\\.\\d+)?-" + Pattern.quote(receipt.file() + ".receipt.json") + "(\\.pgp)?");
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(
                    file -> name.matcher(file.getFileName().toString()).matches());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String check, boolean holds, String fact) {
        findings.add(new Finding(check, holds, fact));
    }
}
