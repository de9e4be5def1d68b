package org.throughline.measure;

import java.util.Map;
import java.util.Optional;

/** HMIS project types as system performance measure 2 groups them (HMIS 2.02.6), in the order of its table. */
public enum ProjectGroup {
    /** Street outreach. */
    SO,
    /** Emergency shelter. */
    ES,
    /** Transitional housing. */
    TH,
    /** Safe haven. */
    SH,
    /** Permanent housing: supportive, other, and rapid re-housing. */
    PH;

    private static final Map<String, ProjectGroup> BY_PROGRAM_TYPE = Map.of(
            "street_outreach", SO,
            "emergency_shelter", ES,
            "transitional_housing", TH,
            "safe_haven", SH,
            "permanent_supportive_housing", PH,
            "other_permanent_housing", PH,
            "permanent_housing_only", PH,
            "rapid_rehousing", PH);

    /** The group of a program type of the code list hub/program_type; empty for all others. */
    public static Optional<ProjectGroup> of(String programType) {
        return Optional.ofNullable(BY_PROGRAM_TYPE.get(programType));
    }
}
