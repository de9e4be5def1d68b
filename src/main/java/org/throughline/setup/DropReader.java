package org.throughline.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what an account at the hub's own SFTP server adds: the keys that open it, and its quota. */
final class DropReader {
    private static final Pattern KEY = Pattern.compile(
            "((?:ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521)) [A-Za-z0-9+/]{32,}={0,2})(?: .*)?");
    private static final Pattern QUOTA = Pattern.compile("([1-9]\\d{0,5}) ?(MB|GB|TB)");
    private static final String QUOTA_FORM = "a size such as 500 MB or 1 GB";
    private static final long USUAL_QUOTA = 1_000_000_000L;
    private static final long THOUSAND = 1_000;

    private final SetupNode node;

    DropReader(SetupNode node) {
        this.node = node;
    }

    PartnerAccount.Drop read() {
        List<String> stated = node.texts("public_keys");
        if (stated.isEmpty()) {
            node.find(
                    "public_keys",
                    "The account has no public key. Ask the partner for a line such as 'ssh-ed25519 AAAA...' and put it"
                            + " under public_keys.");
        }
        List<String> keys = new ArrayList<>();
        for (String line : stated) {
            Matcher form = KEY.matcher(line);
            if (form.matches()) {
                keys.add(form.group(1));
            } else {
                node.findItem(
                        "public_keys",
                        line,
                        "This is no public key that opens an account. Give a line such as 'ssh-ed25519 AAAA...';"
                                + " ssh-rsa and ecdsa-sha2-nistp256, 384 and 521 are taken too.");
            }
        }
        long quota = node.parsed("quota", DropReader::bytes, QUOTA_FORM).orElse(USUAL_QUOTA);
        return new PartnerAccount.Drop(keys, quota);
    }

    private static long bytes(String text) {
        Matcher form = QUOTA.matcher(text);
        Words.fitting(text, known -> form.matches());
        long millions = Long.parseLong(form.group(1)) * THOUSAND * THOUSAND;
        return switch (form.group(2)) {
            case "GB" -> millions * THOUSAND;
            case "TB" -> millions * THOUSAND * THOUSAND;
            default -> millions;
        };
    }
}
