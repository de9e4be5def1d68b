package org.throughline.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.throughline.intake.Receipt;
import org.throughline.night.Night;
import org.throughline.night.NightReport;
import org.throughline.night.NightWatcher;
import org.throughline.problem.Problem;
import org.throughline.setup.SetupScope;

/** Plays one night of the fixed calendar: partners send, the hub works, partners answer, and the night is checked. */
public final class Demo {
    private final DemoHub.Opening hubs;
    private final Path installed;
    private final Consumer<String> out;
    private final Consumer<String> progress;

    /**
     * A demo.
     *
     * @param hubs opens the hub at the demo's instant
     * @param installed the installation's mappings
     * @param out where the report goes
     * @param progress where the steps are told while they run
     */
    public Demo(DemoHub.Opening hubs, Path installed, Consumer<String> out, Consumer<String> progress) {
        this.hubs = hubs;
        this.installed = installed;
        this.out = out;
        this.progress = progress;
    }

    /** Plays the next night of this home; true where every check holds. */
    public boolean play(Path home) {
        DemoCalendar calendar = new DemoCalendar(home);
        int number = calendar.night();
        out.accept("Throughline demo, night " + number + ": " + DemoCalendar.day(number)
                + ". Everybody in it is made up.");
        progress.accept("Starting the database and the partners' systems");
        try (DemoPartners partners = DemoPartners.start(home, installed);
                LivePartners live = LivePartners.start(home, installed, number);
                DemoHub hub = hubs.open(DemoCalendar.clock(number), live.mail())) {
            hub.partners().apply(SetupScope.all());
            boolean held = play(number, partners, live, hub);
            if (held) {
                calendar.over(number);
            }
            return held;
        }
    }

    private boolean play(int number, DemoPartners partners, LivePartners live, DemoHub hub) {
        List<String> sent = new ArrayList<>(partners.send(number));
        try (Night night = hub.night(watcher());
                Served doors = hub.serve(night)) {
            progress.accept("Taking what partners send by themselves");
            sent.addAll(live.send(number, doors));
            NightReport report = night.run();
            int acknowledged = partners.acknowledge();
            List<Problem> problems = night.readAcknowledgements();
            List<Receipt> now = report.receipts().stream()
                    .map(receipt -> hub.told().receipt(receipt.submission()))
                    .toList();
            DemoReport teller = new DemoReport(out);
            teller.tell(report, now, told(partners));
            DemoChecks checks = new DemoChecks();
            checks.intake(sent, report, now);
            checks.messages(live.acknowledgements());
            checks.calendar(number, now);
            Map<String, Path> accounts = new TreeMap<>(partners.accounts());
            accounts.putAll(live.accounts());
            checks.receipts(report, accounts);
            checks.notices(report, live.mails());
            checks.outcomes(report, acknowledged, problems, live.outcomeRows());
            checks.ownClientsOnly(clients(partners), hub.servedClients(), report.sent());
            checks.audit(hub.auditChain().verify(java.util.Optional.empty()));
            teller.checks(checks.all());
            teller.places(hub.home());
            return checks.all().stream().allMatch(DemoChecks.Finding::holds);
        }
    }

    private Map<String, Map<String, Long>> told(DemoPartners partners) {
        Map<String, Map<String, Long>> told = new TreeMap<>();
        partners.providers()
                .forEach(provider -> told.put(
                        provider,
                        OutcomeFolder.newest(partners.outcomes(provider)).statuses()));
        return told;
    }

    private Map<String, Set<String>> clients(DemoPartners partners) {
        Map<String, Set<String>> clients = new TreeMap<>();
        partners.providers()
                .forEach(provider -> clients.put(
                        provider,
                        OutcomeFolder.newest(partners.outcomes(provider)).clients()));
        return clients;
    }

    private NightWatcher watcher() {
        return new NightWatcher() {
            @Override
            public void step(String words) {
                progress.accept(words);
            }

            @Override
            public void records(String member, long records) {
                if (records > 0 && records % 10_000 == 0) {
                    progress.accept("  " + member + ": " + records + " records read");
                }
            }
        };
    }
}
