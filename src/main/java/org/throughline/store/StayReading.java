package org.throughline.store;

import static org.jooq.impl.DSL.coalesce;
import static org.throughline.store.jooq.canonical.Tables.ENROLLMENT;
import static org.throughline.store.jooq.canonical.Tables.ENROLLMENT_COC;
import static org.throughline.store.jooq.canonical.Tables.ENROLLMENT_EXIT;
import static org.throughline.store.jooq.canonical.Tables.PROGRAM;
import static org.throughline.store.jooq.canonical.Tables.PROGRAM_LOCATION;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.throughline.linkage.ClientMerges;
import org.throughline.measure.Stay;

/** Enrollments in the programs that measures look at, with their ends and Continuums of Care, under the client that goes on. */
final class StayReading {
    private static final List<String> PROGRAM_TYPES = List.of(
            "street_outreach",
            "emergency_shelter",
            "transitional_housing",
            "safe_haven",
            "permanent_supportive_housing",
            "other_permanent_housing",
            "permanent_housing_only",
            "rapid_rehousing",
            "family_preservation",
            "maltreatment_prevention");

    private static final Field<String> TYPE = coalesce(PROGRAM.PROGRAM_TYPE, ENROLLMENT.PROGRAM_TYPE);

    private final DSLContext jooq;
    private final ClientMerges merges;

    StayReading(DSLContext jooq, ClientMerges merges) {
        this.jooq = jooq;
        this.merges = merges;
    }

    void forEach(Consumer<Stay> taker) {
        var exits = exits();
        var enrollmentCodes = enrollmentCodes();
        var programCodes = programCodes();
        jooq.select(
                        ENROLLMENT.SENDER,
                        ENROLLMENT.KEY,
                        ENROLLMENT.CLIENT_KEY,
                        ENROLLMENT.ENTRY_DATE,
                        ENROLLMENT.COC_CODE,
                        ENROLLMENT.PROGRAM_KEY,
                        TYPE)
                .from(ENROLLMENT)
                .leftJoin(PROGRAM)
                .on(isProgramOfEnrollment())
                .where(ENROLLMENT.RECORDED_TO.isNull())
                .and(TYPE.in(PROGRAM_TYPES))
                .orderBy(ENROLLMENT.SENDER, ENROLLMENT.KEY)
                .forEach(found -> {
                    var key = List.of(found.value1(), found.value2());
                    var exit = Optional.ofNullable(exits.get(key));
                    var own = found.value5() == null
                            ? enrollmentCodes.getOrDefault(key, Set.of())
                            : Set.of(found.value5());
                    var program = found.value6() == null ? "" : found.value6();
                    var codes =
                            own.isEmpty() ? programCodes.getOrDefault(List.of(found.value1(), program), Set.of()) : own;
                    taker.accept(new Stay(
                            MergeReading.record(merges, found.value1(), found.value3()),
                            found.value2(),
                            found.value7(),
                            found.value4(),
                            exit.map(Exit::day),
                            exit.map(Exit::destination).orElse(""),
                            codes));
                });
    }

    private static Condition isProgramOfEnrollment() {
        return PROGRAM.SENDER
                .eq(ENROLLMENT.SENDER)
                .and(PROGRAM.KEY.eq(ENROLLMENT.PROGRAM_KEY))
                .and(PROGRAM.RECORDED_TO.isNull());
    }

    /** The last end of each enrollment, where a sender has several. */
    private Map<List<String>, Exit> exits() {
        var exits = new HashMap<List<String>, Exit>();
        jooq.select(
                        ENROLLMENT_EXIT.SENDER,
                        ENROLLMENT_EXIT.ENROLLMENT_KEY,
                        ENROLLMENT_EXIT.EXIT_DATE,
                        ENROLLMENT_EXIT.DESTINATION)
                .from(ENROLLMENT_EXIT)
                .where(ENROLLMENT_EXIT.RECORDED_TO.isNull())
                .orderBy(ENROLLMENT_EXIT.EXIT_DATE, ENROLLMENT_EXIT.KEY)
                .forEach(exit -> exits.put(
                        List.of(exit.value1(), exit.value2()),
                        new Exit(exit.value3(), exit.value4() == null ? "" : exit.value4())));
        return exits;
    }

    private Map<List<String>, Set<String>> enrollmentCodes() {
        var codes = new HashMap<List<String>, Set<String>>();
        jooq.select(ENROLLMENT_COC.SENDER, ENROLLMENT_COC.ENROLLMENT_KEY, ENROLLMENT_COC.COC_CODE)
                .from(ENROLLMENT_COC)
                .where(ENROLLMENT_COC.RECORDED_TO.isNull())
                .and(ENROLLMENT_COC.COC_CODE.isNotNull())
                .forEach(code -> codes.computeIfAbsent(List.of(code.value1(), code.value2()), any -> new HashSet<>())
                        .add(code.value3()));
        return codes;
    }

    private Map<List<String>, Set<String>> programCodes() {
        var codes = new HashMap<List<String>, Set<String>>();
        jooq.select(PROGRAM_LOCATION.SENDER, PROGRAM_LOCATION.PROGRAM_KEY, PROGRAM_LOCATION.COC_CODE)
                .from(PROGRAM_LOCATION)
                .where(PROGRAM_LOCATION.RECORDED_TO.isNull())
                .and(PROGRAM_LOCATION.COC_CODE.isNotNull())
                .forEach(code -> codes.computeIfAbsent(List.of(code.value1(), code.value2()), any -> new HashSet<>())
                        .add(code.value3()));
        return codes;
    }

    private record Exit(LocalDate day, String destination) {}
}
