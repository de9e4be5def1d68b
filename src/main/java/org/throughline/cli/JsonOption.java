package org.throughline.cli;

import picocli.CommandLine.Option;

/** The options that every command has. */
final class JsonOption {
    @Option(names = "--json", description = "Print one JSON document instead of lines.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    boolean json() {
        return json;
    }
}
