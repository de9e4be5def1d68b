package org.throughline.format.hl7;

import java.util.List;
import java.util.Map;

/**
 * Where a repetition says of which type it is: an identifier in its fifth component (CX.5), a name or an address in its
 * seventh (XPN.7, XAD.7), a telephone number by its use or equipment (XTN.2, XTN.3).
 */
final class RepetitionType {
    private static final List<Integer> IDENTIFIER = List.of(5);
    private static final List<Integer> NAME = List.of(7);
    private static final List<Integer> TELEPHONE = List.of(2, 3);
    private static final Map<String, List<Integer>> OTHERS = Map.of(
            "PID-5", NAME,
            "PID-6", NAME,
            "PID-9", NAME,
            "PID-11", NAME,
            "PID-13", TELEPHONE,
            "PID-14", TELEPHONE,
            "NK1-2", NAME,
            "NK1-4", NAME,
            "NK1-5", TELEPHONE,
            "MRG-7", NAME);

    private RepetitionType() {}

    /** True where the repetition is of the type that the code names. */
    static boolean is(FieldAddress address, String repetition, Segment segment, String code) {
        char divider = segment.delimiters().component();
        return OTHERS.getOrDefault(address.segment() + "-" + address.field(), IDENTIFIER).stream()
                .anyMatch(
                        component -> Parts.part(repetition, divider, component).equals(code));
    }
}
