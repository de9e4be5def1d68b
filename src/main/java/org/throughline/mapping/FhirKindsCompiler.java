package org.throughline.mapping;

import java.util.Set;
import org.throughline.format.fhir.FhirKinds;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Section;

/** Compiles a file of FHIR R4, whose members are its types of resource. */
final class FhirKindsCompiler implements KindsCompiler {

    @Override
    public Set<String> bundleKeys() {
        return Set.of();
    }

    @Override
    public Kinds kinds(Section bundle, Findings findings) {
        return new Kinds(new FhirKinds(), FhirCompiler::new);
    }
}
