package org.throughline.format.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.throughline.format.UnreadableException;
import org.throughline.problem.Place;

final class ReferencesTest {
    /** So many resources do not fit within the bound on what is kept. */
    private static final int MANY = References.LIMIT / 64;

    @Test
    void keepsNothingOfResourcesThatNobodyNames() throws IOException {
        References references = references("managingOrganization->Organization.name");
        FhirResource patient = resource("{\"resourceType\":\"Patient\",\"id\":\"p1\"}");

        for (int count = 0; count < MANY; count++) {
            references.keep(patient, patient.tree().orElseThrow());
        }

        assertThat(references.wants("Patient")).isFalse();
    }

    @Test
    void refusesToKeepMoreThanFitsIntoMemory() throws IOException {
        References references = references("managingOrganization->Organization.name");
        FhirResource organization = resource("{\"resourceType\":\"Organization\",\"id\":\"o1\",\"name\":\"Marl\"}");

        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> {
                    for (int count = 0; count < MANY; count++) {
                        references.keep(organization, organization.tree().orElseThrow());
                    }
                })
                .satisfies(stop -> assertThat(stop.problem().fact())
                        .isEqualTo("More resources are named by reference than fit into memory."));
    }

    private static References references(String path) {
        return new References(List.copyOf(FhirPath.alternatives(path)), "synthetic");
    }

    private static FhirResource resource(String text) throws IOException {
        Part tree = JsonText.tree(text, Place.member("synthetic"));
        return new FhirResource(LineResources.kind(tree), 1, "", text, Optional.of(tree), Optional.empty());
    }
}
