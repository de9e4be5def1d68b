package org.throughline.cli;

import picocli.CommandLine.Option;

/** Whose consent, and for whom. */
final class ConsentParties {
    @Option(names = "--provider", required = true, description = "Provider whose client consents.")
    private String provider;

    @Option(names = "--client", required = true, paramLabel = "KEY", description = "The provider's own client id.")
    private String clientKey;

    @Option(names = "--recipient", description = "Provider who may be told; the provider itself where not named.")
    private String recipient = "";

    String provider() {
        return provider;
    }

    String clientKey() {
        return clientKey;
    }

    String recipient() {
        return recipient.isBlank() ? provider : recipient;
    }
}
