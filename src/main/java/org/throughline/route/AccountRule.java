package org.throughline.route;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.throughline.intake.Account;
import org.throughline.problem.SetupException;

/** What an account must say before a route is made of it; its words go into an endpoint's address. */
final class AccountRule {
    private static final Pattern SENDER = Pattern.compile("[a-z][a-z0-9-]{1,60}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}");
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._@-]{1,64}");
    private static final Pattern KEY = Pattern.compile("(ssh|ecdsa|sk)-[A-Za-z0-9@.-]+ [A-Za-z0-9+/]+=*");
    private static final Pattern FOLDER = Pattern.compile("[\\p{L}\\p{N}_./ -]*");
    private static final int LAST_PORT = 65_535;

    private final Account account;
    private final List<String> findings = new ArrayList<>();

    private AccountRule(Account account) {
        this.account = account;
    }

    /** Refuses an account that no route can be made of, with all findings at once. */
    static void check(Account account) {
        AccountRule rule = new AccountRule(account);
        rule.demand(SENDER.matcher(account.sender()).matches(), "sender is a short word such as harborlight");
        if (account.transport() == Account.Transport.SFTP) {
            rule.checkServer();
        } else {
            rule.demand(!account.folder().isBlank(), "folder is the path of a folder");
        }
        if (!rule.findings.isEmpty()) {
            throw new SetupException(rule.findings);
        }
    }

    private void checkServer() {
        demand(HOST.matcher(account.host()).matches(), "host is a host name or an IPv4 address");
        demand(account.port() >= 1 && account.port() <= LAST_PORT, "port is a number from 1 to " + LAST_PORT);
        demand(USERNAME.matcher(account.username()).matches(), "username is letters, digits and . _ @ -");
        demand(KEY.matcher(account.hostKey()).matches(), "host_key is a public key such as 'ssh-ed25519 AAAA...'");
        demand(Files.isReadable(Path.of(account.keyFile())), "key_file is a private key that the hub can read");
        demand(
                FOLDER.matcher(account.folder()).matches() && !account.folder().contains(".."),
                "folder is a path of letters, digits, . _ - and spaces, without ..");
    }

    private void demand(boolean kept, String rule) {
        if (!kept) {
            findings.add("Account of " + account.sender() + ": " + rule + ". Correct the account in its partner file.");
        }
    }
}
