package org.throughline.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.throughline.audit.AuditChain;
import org.throughline.cli.Check;
import org.throughline.cli.Parts;
import org.throughline.mapping.Compilation;
import org.throughline.mapping.MappingCatalog;
import org.throughline.mapping.MappingSource;
import org.throughline.setup.PartnerSetup;

/** Parts for tests of commands; what a test does not give is missing. */
public final class FakeParts implements Parts {
    private final Path home;
    /** The mappings. */
    public FakeMappings mappings = new FakeMappings(Set.of(), Set.of());
    /** What doctor looks at. */
    public final List<Check> checks = new ArrayList<>();
    /** The audit ledger. */
    public AuditChain chain;
    /** Set-up. */
    public PartnerSetup partners;

    /** Parts with this home. */
    public FakeParts(Path home) {
        this.home = home;
    }

    @Override
    public Path home() {
        return home;
    }

    @Override
    public MappingCatalog mappings() {
        return mappings;
    }

    @Override
    public Compilation compile(MappingSource source) {
        return mappings.compile(source);
    }

    @Override
    public PartnerSetup partners() {
        return partners;
    }

    @Override
    public AuditChain auditChain() {
        return chain;
    }

    @Override
    public List<Check> checks(boolean network) {
        return checks;
    }
}
