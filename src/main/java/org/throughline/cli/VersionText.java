package org.throughline.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Tells which version runs. */
final class VersionText implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Cli.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
        return new String[] {"throughline " + version, "Java " + Runtime.version()};
    }
}
