package org.throughline.drop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.throughline.intake.Account;
import org.throughline.intake.DropAccount;
import org.throughline.route.SafeName;

/**
 * One partner's home, and what the partner may do there. The partner writes in inbox and acks; receipts, outcomes and archive
 * are for reading.
 */
final class DropHome {
    static final List<String> WRITABLE = List.of("inbox", "acks");

    private final DropAccount account;
    private final List<PublicKey> keys;
    private final Refusals refusals;
    private final Allowance allowance;

    DropHome(DropAccount account, List<PublicKey> keys, Refusals refusals, Allowance allowance) {
        this.account = account;
        this.keys = List.copyOf(keys);
        this.refusals = refusals;
        this.allowance = allowance;
    }

    DropAccount account() {
        return account;
    }

    Allowance allowance() {
        return allowance;
    }

    Path folder() {
        return account.folder();
    }

    boolean opensFor(PublicKey key) {
        return keys.stream().anyMatch(mine -> KeyUtils.compareKeys(mine, key));
    }

    void refusedLogin() {
        refusals.tell(
                Refusals.Kind.LOGIN,
                "A login as " + account.sender() + " was refused: the key is none of those in its partner file.");
    }

    /** The place that a partner's text names, with no link on the way. */
    DropPath place(String text) throws IOException {
        Optional<String> refusal = PathRule.refusal(text);
        if (refusal.isPresent()) {
            refusals.tell(
                    Refusals.Kind.OUTSIDE, account.sender() + " asked for " + refusal.get() + "; it was refused.");
            throw denied("There is no such place in your home.");
        }
        DropPath place = PathRule.place(text);
        onDisk(place);
        return place;
    }

    /** Where a place stands on this machine. */
    Path onDisk(DropPath place) throws IOException {
        Path home = folder().toRealPath();
        Path at = folder();
        boolean link = Files.isSymbolicLink(at);
        for (String step : place.steps()) {
            at = at.resolve(step);
            link |= Files.isSymbolicLink(at);
        }
        boolean there = Files.exists(at, LinkOption.NOFOLLOW_LINKS);
        if (link || there && !at.toRealPath().equals(home.resolve(String.join("/", place.steps())))) {
            throw link();
        }
        return at;
    }

    /** Refuses a link, whether it stands there or is to be made. */
    SftpException link() {
        refusals.tell(Refusals.Kind.LINK, "A link in the home of " + account.sender() + " was refused.");
        return denied("Links are refused here.");
    }

    /** Refuses to write where the partner may only read, and what would be taken before it is whole. */
    void checkWrite(DropPath place) throws IOException {
        checkChange(place);
        if (account.completion() == Account.Completion.RENAME && !SafeName.temporary(place.name())) {
            throw denied("Write to a name that ends in .part, and rename the file when it is whole.");
        }
        if (account.completion() == Account.Completion.DONE_FILE
                && Files.exists(folder().resolve(place.folder()).resolve(SafeName.doneFileOf(place.name())))) {
            throw denied("The done-file of this file is here already. Remove it first.");
        }
    }

    /** Refuses to remove or rename where the partner may only read. */
    void checkChange(DropPath place) throws IOException {
        if (!place.isFile() || !WRITABLE.contains(place.folder())) {
            throw denied("Files can be written in inbox and acks only.");
        }
    }

    static SftpException denied(String answer) {
        return new SftpException(SftpConstants.SSH_FX_PERMISSION_DENIED, answer);
    }
}
