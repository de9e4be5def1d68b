package org.throughline;

import java.util.Optional;
import org.throughline.cli.Check.Finding;
import org.throughline.route.MailProbe;
import org.throughline.route.MailSetting;

/** Looks at the mail server for notices: where asked, whether it answers and takes the hub's login. */
final class MailCheck {
    private static final String NAME = "mail";

    private final MailSetting setting;
    private final boolean network;

    MailCheck(MailSetting setting, boolean network) {
        this.setting = setting;
        this.network = network;
    }

    Finding run() {
        if (!network) {
            return Finding.ok(NAME, "A mail server is set up; not tried. doctor --network tries it.");
        }
        String server = setting.host() + ":" + setting.port();
        Optional<MailProbe.Fault> fault = MailProbe.fault(setting);
        return fault.map(wrong -> Finding.fail(NAME, "At " + server + " " + wrong.words() + ".", wrong.fix()))
                .orElseGet(() -> Finding.ok(
                        NAME,
                        server + " answers" + (setting.login().isPresent() ? " and takes the hub's login." : ".")));
    }
}
