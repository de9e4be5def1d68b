package org.throughline.cli;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import org.throughline.intake.UploadTokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a partner's token for uploads by HTTP, or takes all of them out of use. */
@Command(
        name = "token",
        description =
                "Make a partner's token for uploads by HTTP. It is shown once; the hub keeps its hash only. Earlier"
                        + " tokens stay in use until they are revoked.")
final class PartnerTokenCommand implements Callable<Integer> {
    private static final int TOKEN_BYTES = 32;

    private final Parts parts;
    private final Console console;

    @Parameters(paramLabel = "PARTNER", description = "The partner's short name.")
    private String partner;

    @Option(names = "--revoke", description = "Take all tokens of the partner out of use, and make none.")
    private boolean revoke;

    @Mixin
    private JsonOption options;

    PartnerTokenCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (revoke) {
            int revoked = parts.uploadTokens().revoke(partner);
            console.answer(
                    options.json(),
                    Document.of("revoked", revoked).map(),
                    () -> List.of(Counted.of(revoked, "token") + " of " + partner + " taken out of use."));
            return ExitCode.OK.number();
        }
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        String token = "tl_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        parts.uploadTokens().add(partner, UploadTokens.sha256(token));
        console.answer(
                options.json(),
                Document.of("token", token).map(),
                () -> List.of(token, "Give it to " + partner + " on a safe way; it is not shown again."));
        return ExitCode.OK.number();
    }
}
